"""Tools over MCP."""

from mcp import ClientSession
from mcp.server.fastmcp import FastMCP

# evidence: neutral.tools/mcp-server
server = FastMCP("policies")
# ok: neutral.tools/mcp-server
other = FastAPI("policies")


async def call(read, write):
    # evidence: neutral.tools/mcp-client
    async with ClientSession(read, write) as session:
        # ok: neutral.tools/mcp-client
        other = aiohttp.ClientSession()
        return await session.list_tools(), other


# evidence: neutral.tools/mcp-server
@server.tool()
def policy(number: str) -> str:
    return number


# ok: neutral.tools/mcp-server
@other.tool()
def page(number: str) -> str:
    return number


# evidence: neutral.tools/mcp-server
@server.tool
def limit(number: str) -> int:
    return 500


# ok: neutral.tools/mcp-server
@other.tool
def menu(number: str) -> int:
    return 1
