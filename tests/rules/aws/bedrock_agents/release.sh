# evidence: aws.bedrock_agents/agent-command
aws --region eu-west-1 bedrock-agent create-agent --agent-name claims
# evidence: aws.bedrock_agents/knowledge-base-command
job=$(aws bedrock-agent start-ingestion-job --knowledge-base-id "$BASE")
# evidence: aws.bedrock_agents/knowledge-base-command
aws bedrock-agent-runtime retrieve --knowledge-base-id "$BASE" --retrieval-query text=excess
# ok: aws.bedrock_agents/agent-command, aws.bedrock_agents/knowledge-base-command
aws bedrock-agent list-agents
# ok: aws.bedrock_agents/agent-command
echo "bedrock-agent prepare-agent comes next"

# evidence: aws.bedrock_agents/agent-command
aws bedrock-agent-runtime invoke-agent --agent-id "$AGENT" --session-id claim-7 answer.txt
