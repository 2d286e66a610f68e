"""Opens a session of AgentCore Memory by way of a manager that another module made."""

from desk.memory import set_up

manager = set_up()
# evidence: aws.bedrock_agentcore/memory
session = manager.create_memory_session(actor_id="anna", session_id="17")
# ok: aws.bedrock_agentcore/memory
row = manager.create_session(actor_id="anna", session_id="17")
