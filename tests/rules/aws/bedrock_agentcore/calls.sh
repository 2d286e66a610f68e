# evidence: aws.bedrock_agentcore/invoke-command
aws bedrock-agentcore invoke-agent-runtime --agent-runtime-arn "$RUNTIME" \
# evidence: aws.bedrock_agentcore/memory-command
  --runtime-session-id "$SESSION" --payload file://question.json answer.json
# evidence: aws.bedrock_agentcore/memory-command
aws bedrock-agentcore-control create-memory --name desk
# evidence: aws.bedrock_agentcore/identity-command
aws bedrock-agentcore-control create-oauth2-credential-provider --name mail
# ok: aws.bedrock_agentcore/invoke-command, aws.bedrock_agentcore/memory-command, aws.bedrock_agentcore/identity-command
aws bedrock-agentcore-control list-agent-runtimes
