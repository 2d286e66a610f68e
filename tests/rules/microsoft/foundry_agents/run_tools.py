"""Says for one run which tool servers its agent may call."""

from azure.ai.agents.models import MCPToolResource, ToolResources

from shop import MCPToolResource as CounterResource


def resources(user):
    found = ToolResources()
    # evidence: microsoft.foundry_agents/hosted-tool
    found.mcp = [MCPToolResource(server_label="claims", headers={"x-user": user}, require_approval="never")]
    # ok: microsoft.foundry_agents/hosted-tool
    found.counter = [CounterResource(server_label="claims")]
    return found
