# evidence: aws.bedrock_agentcore/gateway-script
aws bedrock-agentcore-control create-gateway-target --gateway-identifier "$GATEWAY_ID" --cli-input-json file://target.json
# evidence: aws.bedrock_agentcore/gateway-script
GATEWAY_URL="https://${GATEWAY_ID}.gateway.bedrock-agentcore.${REGION}.amazonaws.com"
# ok: aws.bedrock_agentcore/gateway-script
aws bedrock-agentcore-control list-agent-runtimes --region "$REGION"
# ok: aws.bedrock_agentcore/gateway-script
SHOP_URL="https://${SHOP_ID}.gateway.example.com"
