"""Documents handed to Foundry through the client of the open framework."""

from agent_framework.foundry import FoundryChatClient

from ours import Shelf

client = FoundryChatClient()
# evidence: microsoft.foundry_agents/vector-store
store = client.client.vector_stores.create(name="policies")
# ok: microsoft.foundry_agents/vector-store
shelf = Shelf().stores.create(name="policies")
