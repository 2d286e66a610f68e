"""Tool servers that a chat screen connects to."""

import chainlit as cl
from mcp_use import MCPClient


# evidence: neutral.tools/mcp-client
@cl.on_mcp_connect
async def connected(connection, session):
    return await session.list_tools()


# evidence: neutral.tools/mcp-client
client = MCPClient.from_dict({"desk": {}})


# ok: neutral.tools/mcp-client
@cl.on_chat_end
async def ended():
    pass
