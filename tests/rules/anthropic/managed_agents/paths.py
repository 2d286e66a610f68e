"""Sessions by plain requests, with the address kept in one name."""

import httpx

# evidence: anthropic.managed_agents/beta-header
HEADERS = {"anthropic-beta": "managed-agents-2026-04-01"}


def run(api, session):
    # evidence: anthropic.managed_agents/session-path
    httpx.post(f"{api}/sessions", headers=HEADERS)
    # evidence: anthropic.managed_agents/session-path
    httpx.get(f"{api}/sessions/{session}/events", headers=HEADERS)
    # ok: anthropic.managed_agents/session-path
    httpx.get(f"{api}/claims/sessions", headers=HEADERS)
    # evidence: anthropic.managed_agents/agent-path
    request("POST", "/agents")
    # ok: anthropic.managed_agents/agent-path
    request("POST", "/our/agents")
    # evidence: anthropic.managed_agents/environment-path
    request("POST", "/environments")
    # ok: anthropic.managed_agents/environment-path
    request("POST", "/environments/all/of/them")
    # evidence: anthropic.managed_agents/vault-path
    request("POST", "/vaults")
    # ok: anthropic.managed_agents/vault-path
    request("POST", "/vaults-of-ours")
