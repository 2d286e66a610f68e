"""An agent on a Letta server."""

from letta_client import Letta
from shop import Client

client = Letta(token="changeme")
shop = Client()
# evidence: other.letta/agent-run
agent = client.agents.create(
    # evidence: other.letta/agent-model
    model="openai/gpt-4o",
    # evidence: other.letta/agent-memory
    memory_blocks=[{"label": "claims", "value": ""}],
)
# ok: other.letta/agent-run, other.letta/agent-memory
house = shop.agents.create(name="estate")
# evidence: other.letta/agent-run
answer = client.agents.messages.create(agent_id=agent.id, messages=[])
# evidence: other.letta/agent-memory
history = client.agents.messages.list(agent_id=agent.id)
# evidence: other.letta/server-tool
client.tools.upsert_from_function(func=print)
# ok: other.letta/server-tool
shop.tools.create(name="saw")
# evidence: other.letta/steps
steps = client.steps.list(agent_id=agent.id)
# ok: other.letta/steps
stairs = shop.steps.list()
# evidence: other.letta/agent-file
saved = client.agents.export_file(agent.id)
# ok: other.letta/agent-file
sheet = shop.export_file(house)
