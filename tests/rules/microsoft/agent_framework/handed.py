"""Agents made by a client that is handed in."""

from agent_framework import ai_function


# evidence: microsoft.agent_framework/tool
@ai_function
def weather(place: str) -> str:
    """The weather."""
    return place


def team(client, words: str):
    """One agent."""
    # evidence: microsoft.agent_framework/agent
    # ok: microsoft.agent_framework/agent-untraced
    client.create_agent(name="empty")
    # evidence: microsoft.agent_framework/agent, microsoft.agent_framework/agent-untraced
    return client.create_agent(name="desk", instructions=words, tools=[weather])
