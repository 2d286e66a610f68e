from letta_client import Letta

client = Letta(base_url=address)
# evidence: other.letta/agent-run
agent = client.agents.create(
    name="claims",
    # evidence: other.letta/agent-model
    model="openai/gpt-4o-mini",
)
# evidence: other.letta/agent-run
# ok: other.letta/agent-model
client.agents.update(agent.id, model=chosen)
