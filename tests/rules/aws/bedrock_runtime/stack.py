from aws_cdk import aws_cloudwatch

# evidence: aws.bedrock_runtime/metrics
tokens = aws_cloudwatch.Metric(namespace="AWS/Bedrock", metric_name="InputTokenCount")
# ok: aws.bedrock_runtime/metrics
own = aws_cloudwatch.Metric(namespace="Claims/Agent", metric_name="Runs")
# evidence: aws.bedrock_runtime/metrics
spread = aws_cloudwatch.MathExpression(expression="SEARCH('{AWS/Bedrock,ModelId} MetricName=Invocations', 'Sum', 300)")
# ok: aws.bedrock_runtime/metrics
HELP = "Figures stand in AWS/Bedrock of the account."
