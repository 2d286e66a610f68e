"""Creates an agent through a client that is handed in."""


def publish(client, config):
    # evidence: anthropic.managed_agents/agent-definition
    return client.beta.agents.create(
        name=config.name,
        # evidence: anthropic.managed_agents/agent-prompt
        system=config.system,
        # evidence: anthropic.managed_agents/toolset
        tools=config.tools,
    )


def other(client, config):
    # ok: anthropic.managed_agents/agent-definition
    return client.beta.agents.create(
        instructions=config.system,
        # ok: anthropic.managed_agents/toolset
        tools=config.tools,
    )
