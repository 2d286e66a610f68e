# ok: aws.bedrock_agentcore/deployment-command
agentcore status
# evidence: aws.bedrock_agentcore/deployment-command
agentcore launch --agent claims
