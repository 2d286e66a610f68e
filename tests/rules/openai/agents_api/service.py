"""A claims desk on the Agents API."""

from openai import OpenAI
from openai.lib.beta.agents import function_tool

client = OpenAI()

# evidence: openai.agents_api/agent-definition
agent = client.beta.agents.create(
    # evidence: openai.agents_api/agent-model
    model="gpt-6-astra",
    # evidence: openai.agents_api/agent-prompt
    instructions="Decide claims.",
    # evidence: openai.agents_api/agent-tools
    tools=[{"type": "web_search"}],
)
# ok: openai.agents_api/agent-definition, openai.agents_api/agent-prompt, openai.agents_api/agent-tools
clerk = registry.agents.make(instructions="Decide claims.", tools=[])
# ok: openai.agents_api/agent-model
MODEL = "llama-4"

# evidence: openai.agents_api/session-run, openai.agents_api/session-store
session = client.beta.agents.sessions.create(
    agent={"id": agent.id},
    # evidence: openai.agents_api/hosted-environment
    environment={"type": "openai_hosted"},
    # evidence: openai.agents_api/spending-limit
    spend_control={"limit": 500},
)
# ok: openai.agents_api/session-run, openai.agents_api/session-store
other = requests.sessions.create(agent="x")
# ok: openai.agents_api/hosted-environment
local = {"type": "self_hosted"}
# evidence: openai.agents_api/session-run
client.beta.agents.sessions.events.create(
    session.id,
    # evidence: openai.agents_api/input-format
    events=[{"type": "agent.session.input.message", "input": "Is hail covered?"}],
)
# evidence: openai.agents_api/input-format, openai.agents_api/tool-result
RESULT = "agent.session.input.tool_result"
# ok: openai.agents_api/input-format, openai.agents_api/tool-result
KIND = "session.input"
# evidence: openai.agents_api/vault
client.beta.agents.vaults.create(name="crm")
# ok: openai.agents_api/vault
hashicorp.vaults.create(name="crm")
# evidence: openai.agents_api/session-history
items = client.beta.agents.sessions.items.list(session.id)
# ok: openai.agents_api/session-history
rows = table.items.list(session.id)
# evidence: openai.agents_api/trace-fetch
traces = client.beta.agents.sessions.traces.list(session.id)
# ok: openai.agents_api/trace-fetch
spans = tempo.traces.list(session.id)


def watch(event):
    # evidence: openai.agents_api/event-names
    if event.type == "agent.session.turn.failed":
        # evidence: openai.agents_api/spending-limit
        return event.turn.error.code == "session_budget_exceeded"
    # ok: openai.agents_api/event-names, openai.agents_api/spending-limit
    return event.type == "agent.started"


# evidence: openai.agents_api/own-function
@function_tool
def lookup(policy: str) -> str:
    return policy


# ok: openai.agents_api/own-function
@plain_tool
def other_lookup(policy: str) -> str:
    return policy


# evidence: openai.agents_api/rest-address
ADDRESS = "https://api.openai.com/v1/agents/sessions"
# ok: openai.agents_api/rest-address
MISTRAL = "https://api.mistral.ai/v1/agents"
