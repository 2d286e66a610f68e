"""Hands tools that Foundry hosts to an agent of the open framework."""

from agent_framework import HostedMCPTool, MCPStreamableHTTPTool
from agent_framework.foundry import FoundryChatClient

client = FoundryChatClient(project_endpoint=endpoint, model=deployment)
# evidence: microsoft.foundry_agents/framework-hosted-tool, microsoft.foundry_agents/framework-code-interpreter
code = client.get_code_interpreter_tool()
# evidence: microsoft.foundry_agents/framework-hosted-tool
# ok: microsoft.foundry_agents/framework-code-interpreter
docs = client.get_mcp_tool(name="docs", url="https://example.test/mcp")
# evidence: microsoft.foundry_agents/framework-hosted-tool-class
older = HostedMCPTool(name="docs", url="https://example.test/mcp")
# ok: microsoft.foundry_agents/framework-hosted-tool, microsoft.foundry_agents/framework-hosted-tool-class
own = MCPStreamableHTTPTool(name="docs", url="https://example.test/mcp")
