"""Agents of the framework, and tools under the framework's inner name."""

from agent_framework import ChatAgent
from agent_framework._tools import ai_function
from agent_framework.azure import AzureAIAgentClient, AzureOpenAIChatClient
from semantic_kernel.connectors.ai.open_ai import AzureRealtimeWebsocket, AzureTextEmbedding


# evidence: microsoft.agent_framework/tool
@ai_function
def scan(path: str) -> str:
    return path


def build(thread_id: str) -> list[ChatAgent]:
    kept = AzureAIAgentClient(thread_id=thread_id, agent_id="claims")
    plain = AzureOpenAIChatClient(deployment_name="claims")
    # evidence: microsoft.agent_framework/agent
    return [ChatAgent(chat_client=client, tools=[scan]) for client in (kept, plain)]


# evidence: microsoft.agent_framework/agent
spoken = AzureRealtimeWebsocket()
# ok: microsoft.agent_framework/agent
numbers = AzureTextEmbedding()
