# evidence: aws.bedrock_runtime/metrics
aws cloudwatch get-metric-statistics --namespace AWS/Bedrock --metric-name InvocationLatency
# ok: aws.bedrock_runtime/metrics
aws cloudwatch get-metric-statistics --namespace AWS/Bedrock/Agents --metric-name InvocationCount
# ok: aws.bedrock_runtime/metrics
aws cloudwatch get-metric-statistics --namespace AWS/Lambda --metric-name Duration
