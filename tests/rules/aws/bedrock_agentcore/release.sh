# ok: aws.bedrock_agentcore/deployment-command
agentcore status
# evidence: aws.bedrock_agentcore/deployment-command
agentcore launch --agent claims
python3 - <<'PYTHON'
import boto3
client = boto3.client("bedrock-agentcore-control")
# evidence: aws.bedrock_agentcore/deployment-command
made = client.create_agent_runtime(agentRuntimeName="claims")
# ok: aws.bedrock_agentcore/deployment-command
client.list_agent_runtimes()
PYTHON
