"""Tools of our own for the program."""

from claude_agent_sdk import ClaudeAgentOptions, create_sdk_mcp_server, tool
from shop import tool as hammer


# evidence: anthropic.agent_sdk/own-tool
@tool("lookup", "Look up a policy", {"policy": str})
async def lookup(given):
    return given


# ok: anthropic.agent_sdk/own-tool
@hammer("nail")
def nail():
    return None


# evidence: anthropic.agent_sdk/own-tool
server = create_sdk_mcp_server(name="claims", tools=[lookup])
# evidence: anthropic.agent_sdk/agent-program
options = ClaudeAgentOptions(
    # evidence: anthropic.agent_sdk/own-tool
    mcp_servers={"claims": server},
    # ok: anthropic.agent_sdk/own-tool
    cwd=".",
)
