"""Creates the triage agent on the vendor's runtime. Run once per release."""

import os

import anthropic

client = anthropic.Anthropic(api_key=os.environ["ANTHROPIC_API_KEY"])

TRIAGE_INSTRUCTIONS = """You triage motor and household claims for Northmoor Mutual.
Decide one of: PAY, ASK, REFER. Refer every claim with an injury, a fraud marker,
or an estimate above 5,000 pounds. Score your confidence between 0 and 1."""

POLICY_LOOKUP = {
    "type": "custom",
    "name": "policy_lookup",
    "description": "Reads the policy that covers a claim.",
    "input_schema": {
        "type": "object",
        "properties": {"policy_number": {"type": "string"}},
        "required": ["policy_number"],
    },
}


def create_agent() -> str:
    """Create the coordinator and the two specialists it hands work to."""
    damage = client.beta.agents.create(
        name="damage-assessor",
        model="claude-haiku-4-5",
        system="You estimate repair cost from photos and invoices.",
    )
    fraud = client.beta.agents.create(
        name="fraud-screener",
        model="claude-haiku-4-5",
        system="You look for markers of fraud and explain each.",
    )
    agent = client.beta.agents.create(
        name="claims-triage",
        model="claude-sonnet-5",
        system=TRIAGE_INSTRUCTIONS,
        tools=[{"type": "agent_toolset_20260401"}, POLICY_LOOKUP],
        multiagent={
            "type": "coordinator",
            "agents": [{"type": "agent", "id": damage.id}, {"type": "agent", "id": fraud.id}],
        },
    )
    return agent.id


def create_environment() -> str:
    """The sandbox the agent's tools run in."""
    environment = client.beta.environments.create(
        name="claims-triage",
        config={"type": "cloud", "networking": {"type": "limited", "allowed_hosts": ["policies.northmoor.example"]}},
    )
    return environment.id


def create_credentials() -> str:
    """Keeps the policy service's token in the vendor's vault."""
    vault = client.beta.vaults.create(display_name="claims-triage")
    client.beta.vaults.credentials.create(
        vault.id,
        auth={"type": "static_bearer", "token": os.environ["POLICY_SERVICE_TOKEN"], "mcp_server_url": "https://policies.northmoor.example/mcp"},
    )
    return vault.id
