"""Reads Foundry's memory by plain requests, and names an agent."""

import requests

# evidence: microsoft.foundry_agents/rest-memory
stores = requests.get(f"{endpoint}/memory_stores?api-version=v1")
# evidence: microsoft.foundry_agents/rest-memory
found = client.post(f"memory_stores/{name}:search_memories", {"scope": user})
# evidence: microsoft.foundry_agents/agent-id
agent = "asst_Zk3b9QpLm2Xc7Vt1Rw8YhN4d"
# ok: microsoft.foundry_agents/rest-memory, microsoft.foundry_agents/agent-id
table = "memories of asst_"
