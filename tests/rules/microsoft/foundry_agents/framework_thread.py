"""An agent of the framework whose history Foundry keeps."""

from agent_framework import ChatAgent
from agent_framework.azure import AzureAIAgentClient, AzureOpenAIChatClient


def build(thread_id: str) -> list[object]:
    # evidence: microsoft.foundry_agents/wrapper-thread, microsoft.foundry_agents/wrapper-class
    kept = AzureAIAgentClient(thread_id=thread_id, agent_id="claims")
    # evidence: microsoft.foundry_agents/wrapper-class
    # ok: microsoft.foundry_agents/wrapper-thread
    fresh = AzureAIAgentClient(agent_id="claims")
    # ok: microsoft.foundry_agents/wrapper-class
    plain = AzureOpenAIChatClient(deployment_name="claims")
    own = ChatAgent(chat_client=plain, instructions="Check claims.")
    overridden = ChatAgent(
        # evidence: microsoft.foundry_agents/agent-prompt, microsoft.foundry_agents/wrapper-class
        chat_client=AzureAIAgentClient(agent_id="claims"),
        instructions="Check claims.",
    )
    return [kept, fresh, own, overridden]
