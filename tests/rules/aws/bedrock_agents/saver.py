"""Keeps LangGraph checkpoints in Bedrock's session store."""

from langgraph_checkpoint_aws import BedrockSessionSaver

# evidence: aws.bedrock_agents/session-checkpoint, aws.bedrock_agents/session-store
saver = BedrockSessionSaver(region_name="eu-central-1")
# ok: aws.bedrock_agents/session-store, aws.bedrock_agents/session-checkpoint
own = PostgresSaver.from_conn_string("postgresql://localhost/app")
