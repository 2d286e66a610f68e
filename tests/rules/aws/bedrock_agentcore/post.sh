# ok: aws.bedrock_agentcore/invoke-command
# https://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/ is the address
# evidence: aws.bedrock_agentcore/invoke-command
curl -s -X POST "https://bedrock-agentcore.${REGION}.amazonaws.com/runtimes/${ARN}/invocations?qualifier=DEFAULT" \
  -H "Content-Type: application/json" \
# evidence: aws.bedrock_agentcore/session-in-script
  -H "X-Amzn-Bedrock-AgentCore-Runtime-Session-Id: $SESSION" -d @task.json
# ok: aws.bedrock_agentcore/session-in-script
curl -s -H "X-Shop-Session-Id: $SESSION" "https://shop.example.com/runtimes/${ARN}"
