"""Uses more of a Letta server: looks agents up, changes documents and tools, reads kinds of messages."""

from letta_client import Letta
from letta_client.types.agents.message_stream_params import ClientTool
from shop import Client

client = Letta(token="changeme")
shop = Client()


def tidy(agent_id, folder_id):
    # evidence: other.letta/agent-object
    agent = client.agents.retrieve(agent_id=agent_id)
    # ok: other.letta/agent-object
    seller = shop.agents.retrieve(agent_id)
    # evidence: other.letta/agent-store
    client.agents.messages.reset(agent_id=agent_id)
    # evidence: other.letta/agent-store
    client.folders.files.upload(folder_id=folder_id, file=b"")
    # ok: other.letta/agent-store
    shop.folders.list()
    # evidence: other.letta/agent-tools
    for tool in client.agents.tools.list(agent_id=agent_id):
        print(tool, agent, seller)
    # ok: other.letta/agent-tools
    shop.agents.tools.list()
    # evidence: other.letta/agent-tools
    return ClientTool(name="lookup", parameters={})


def progress(event):
    # evidence: other.letta/message-kinds
    if event.message_type == "tool_call_message":
        return event.tool_call.name
    # ok: other.letta/message-kinds
    if event.message_type == "assistant_message":
        return event.content
    return ""
