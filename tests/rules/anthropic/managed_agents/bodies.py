"""An agent is made by a plain request; its parts stand in a dictionary."""

import json
import urllib.request

# evidence: anthropic.managed_agents/beta-header
HEADERS = {"anthropic-beta": "managed-agents-2026-04-01"}


def make(system: str) -> None:
    body = {
        "name": "claims",
        # evidence: anthropic.managed_agents/handed-prompt
        "system": system,
        # evidence: anthropic.managed_agents/toolset
        "tools": [{"type": "agent_toolset_20260401"}],
        # ok: anthropic.managed_agents/handed-prompt
        "metadata": {"operating-system": "linux"},
        # evidence: anthropic.managed_agents/handed-team
        "callable_agents": [{"type": "agent", "id": "a", "version": 1}],
        # ok: anthropic.managed_agents/handed-team
        "agents": ["clerk"],
    }
    # evidence: anthropic.managed_agents/rest-address
    urllib.request.Request("https://api.anthropic.com/v1/agents", data=json.dumps(body).encode(), headers=HEADERS)
    # evidence: anthropic.managed_agents/agent-path
    client.post("/v1/agents", json=body, headers=HEADERS)
    # evidence: anthropic.managed_agents/session-path
    client.post("/v1/sessions", json={}, headers=HEADERS)
    # evidence: anthropic.managed_agents/environment-path
    client.post("/v1/environments", json={}, headers=HEADERS)
    # evidence: anthropic.managed_agents/vault-path
    client.post("/v1/vaults", json={}, headers=HEADERS)
    # ok: anthropic.managed_agents/session-path, anthropic.managed_agents/agent-path
    client.post("/v1/claims", json={}, headers=HEADERS)
    # ok: anthropic.managed_agents/environment-path, anthropic.managed_agents/vault-path
    client.post("/v2/environments", json={}, headers=HEADERS)
