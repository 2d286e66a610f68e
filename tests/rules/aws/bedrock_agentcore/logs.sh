#!/bin/sh
# evidence: aws.bedrock_agentcore/log-command
GROUP="/aws/bedrock-agentcore/runtimes/${ID}-DEFAULT"
# evidence: aws.bedrock_agentcore/log-command
aws logs tail "/aws/vendedlogs/bedrock-agentcore/memory" --follow
# ok: aws.bedrock_agentcore/log-command
echo "Logs: /aws/bedrock-agentcore/runtimes/"
# ok: aws.bedrock_agentcore/log-command
aws logs tail /aws/lambda/desk
# ok: aws.bedrock_agentcore/log-command
RESOURCE="arn:aws:logs:*:*:log-group:/aws/bedrock-agentcore/runtimes/*"
# ok: aws.bedrock_agentcore/deployment-command
echo "First: agentcore deploy"
# evidence: aws.bedrock_agentcore/deployment-command
agentcore deploy
