"""Agents of our own behind the adapters of Foundry's hosted runtime."""

from azure.ai.agents.models import ImageBasedHostedAgentDefinition
from azure.ai.agentserver.agentframework import AgentFrameworkAIAgentAdapter
from azure.ai.agentserver.langgraph import LangGraphAdapter

from ours import LocalAdapter, agent, graph

# evidence: microsoft.foundry_agents/hosted-container
AgentFrameworkAIAgentAdapter(agent).run()
# evidence: microsoft.foundry_agents/hosted-container
LangGraphAdapter(graph).run()
# ok: microsoft.foundry_agents/hosted-container
LocalAdapter(graph).run()
# evidence: microsoft.foundry_agents/hosted-container
definition = ImageBasedHostedAgentDefinition(image="registry.azurecr.io/claims:1")
