"""A claims agent on Claude Managed Agents. The word client.beta.agents.create in this docstring is prose."""

import os

from anthropic import Anthropic

client = Anthropic()
# ok: anthropic.managed_agents/agent-model
MODEL = os.environ.get("CLAIMS_MODEL")
# evidence: anthropic.managed_agents/agent-model
DEFAULT = os.environ.get("CLAIMS_MODEL", "claude-sonnet-4-6")
# evidence: anthropic.managed_agents/toolset
LOOKUP = {"type": "custom", "name": "lookup", "input_schema": {"type": "object"}}
# ok: anthropic.managed_agents/toolset
PLAIN = {"type": "custom", "name": "lookup", "schema": {"type": "object"}}
# evidence: anthropic.managed_agents/beta-header
BETAS = ["managed-agents-2026-04-01"]

# evidence: anthropic.managed_agents/agent-definition
agent = client.beta.agents.create(
    name="Claims triage",
    # evidence: anthropic.managed_agents/agent-model
    model="claude-sonnet-4-6",
    # evidence: anthropic.managed_agents/agent-prompt
    system="Sort incoming claims by urgency.",
    # evidence: anthropic.managed_agents/toolset
    tools=[
        # evidence: anthropic.managed_agents/toolset
        {"type": "agent_toolset_20260401"},
        # evidence: anthropic.managed_agents/toolset
        {"type": "mcp_toolset", "mcp_server_name": "policies"},
    ],
)
# ok: anthropic.managed_agents/agent-definition, anthropic.managed_agents/agent-prompt, anthropic.managed_agents/toolset
reply = client.messages.create(model=MODEL, system="Sort incoming claims.", tools=[], messages=[])

# evidence: anthropic.managed_agents/environment
place = client.beta.environments.create(name="claims", config={"type": "cloud"})
# ok: anthropic.managed_agents/environment
settings = client.environments_for("claims")

# evidence: anthropic.managed_agents/vault
vaults = client.beta.vaults.credentials.list("vlt_placeholder")
# evidence: anthropic.managed_agents/session-run, anthropic.managed_agents/session-store
session = client.beta.sessions.create(
    agent=agent.id,
    environment_id=place.id,
    # evidence: anthropic.managed_agents/vault
    vault_ids=[os.environ["CLAIMS_VAULT_ID"]],
)
# ok: anthropic.managed_agents/session-run, anthropic.managed_agents/session-store, anthropic.managed_agents/vault
row = database.sessions.create(agent="claims", vault_ids=[])

# evidence: anthropic.managed_agents/memory-store
store = client.beta.memory_stores.create(name="customers")
# evidence: anthropic.managed_agents/memory-store
client.beta.memory_stores.memories.create(store.id, path="/profile.md", content="")
# ok: anthropic.managed_agents/memory-store
cache.memory.create(name="customers")

# evidence: anthropic.managed_agents/session-files
for item in client.beta.files.list(scope_id=session.id):
    # ok: anthropic.managed_agents/session-files
    client.beta.files.download(item.id)

# evidence: anthropic.managed_agents/session-run
client.beta.sessions.events.send(session.id, events=[{"type": "user.message", "content": []}])
# evidence: anthropic.managed_agents/event-history
for entry in client.beta.sessions.events.list(session.id):
    print(entry)
# ok: anthropic.managed_agents/event-history
calendar.events.list("claims")

# evidence: anthropic.managed_agents/otel-destination
client.telemetry_destinations.create(url="https://collector.example.com")
# ok: anthropic.managed_agents/otel-destination
collector.destinations.create(url="https://collector.example.com")
# evidence: anthropic.managed_agents/webhook
event = client.beta.webhooks.unwrap(payload, headers)
# ok: anthropic.managed_agents/webhook
other = stripe.webhooks.unwrap(payload, headers)

# evidence: anthropic.managed_agents/agent-id
FIXED = "agent_01AbCdEfGhIjKlMnOp"
# ok: anthropic.managed_agents/agent-id
PLACEHOLDER = "agent_..."
# evidence: anthropic.managed_agents/session-id
KNOWN = "sesn_01AbCdEfGhIjKlMnOp"
# ok: anthropic.managed_agents/session-id
OTHER = "session_01"
# ok: anthropic.managed_agents/beta-header
NOTE = "see the page on managed-agents-2026-04-01.html"
