"""An agent that is looked up at Foundry, and shown to users."""

from azure.ai.projects import AIProjectClient
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    """Settings of the desk."""

    # evidence: microsoft.foundry_agents/agent-setting-read
    AI_AGENT_ID: str
    # ok: microsoft.foundry_agents/agent-setting-read
    AI_AGENT_COLOUR: str
    # evidence: microsoft.foundry_agents/agent-setting-read
    foundry_policy_agent: str = ""
    # evidence: microsoft.foundry_agents/agent-setting-read
    azure_voicelive_agent_name: str = ""
    # ok: microsoft.foundry_agents/agent-setting-read
    foundry_policy_index: str = ""


def provider():
    """The class in the version of the library that is installed."""
    try:
        from agent_framework.azure import AzureAIProjectAgentProvider

        # evidence: microsoft.foundry_agents/wrapper-class
        return AzureAIProjectAgentProvider
    except ImportError:
        # ok: microsoft.foundry_agents/wrapper-class
        return None


def describe(client: AIProjectClient, name: str) -> dict[str, str]:
    """What users see."""
    # evidence: microsoft.foundry_agents/agent-definition
    found = client.agents.get(agent_name=name)
    definition = found.versions.latest.definition
    return {
        # evidence: microsoft.foundry_agents/agent-prompt-untraced
        "text": getattr(definition, "instructions", ""),
        # ok: microsoft.foundry_agents/agent-prompt-untraced
        "title": getattr(definition, "title", ""),
        # evidence: microsoft.foundry_agents/agent-prompt-untraced
        "short": definition.instructions[:80],
    }


def ask(client: AIProjectClient, thread: str, agent: str) -> str:
    """One run, waited for."""
    # evidence: microsoft.foundry_agents/agent-run
    run = client.agents.runs.create_and_poll(thread_id=thread, agent_id=agent)
    # evidence: microsoft.foundry_agents/agent-model
    return run.id if run else "DeepSeek-V3.2"
