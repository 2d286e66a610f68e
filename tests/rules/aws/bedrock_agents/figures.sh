# evidence: aws.bedrock_agents/metrics
aws cloudwatch get-metric-statistics --namespace "AWS/Bedrock/Agents" --metric-name InvocationCount
# ok: aws.bedrock_agents/metrics
aws cloudwatch get-metric-statistics --namespace AWS/Bedrock --metric-name InvocationLatency
