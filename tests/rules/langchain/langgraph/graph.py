"""An agent as a graph, with checkpoints in a database of its own."""

import re
from typing import Annotated, TypedDict

from langgraph.checkpoint.postgres import PostgresSaver
from langgraph.graph import StateGraph
from langgraph.graph.message import add_messages
from langgraph.prebuilt import ToolNode
from langgraph.types import Command, RetryPolicy


# evidence: langchain.langgraph/state-class
class State(TypedDict):
    # evidence: langchain.langgraph/state-schema
    messages: Annotated[list, add_messages]
    # ok: langchain.langgraph/state-schema
    attempts: int


def build(connection, tools):
    # evidence: langchain.langgraph/graph
    graph = StateGraph(State)
    # ok: langchain.langgraph/graph
    other = networkx.DiGraph()
    # evidence: langchain.langgraph/tool-node
    graph.add_node("tools", ToolNode(tools))
    # ok: langchain.langgraph/tool-node
    graph.add_node("plain", call_model)
    # evidence: langchain.langgraph/retry-policy
    graph.add_node("model", call_model, retry_policy=RetryPolicy(max_attempts=3))
    # evidence: langchain.langgraph/checkpointer, langchain.langgraph/checkpointed-graph
    saver = PostgresSaver(connection)
    # ok: langchain.langgraph/checkpointer, langchain.langgraph/retry-policy
    pattern = re.compile("x")
    # evidence: langchain.langgraph/checkpointed-graph, langchain.langgraph/given-checkpointer
    built = graph.compile(checkpointer=saver)
    # ok: langchain.langgraph/checkpointed-graph
    bare = graph.compile()
    return built, bare, other, pattern


def resume(built, config, answer):
    # evidence: langchain.langgraph/state-history, langchain.langgraph/given-checkpointer
    for earlier in built.get_state_history(config):
        print(earlier)
    # ok: langchain.langgraph/state-history
    print(git.get_history(config))
    # evidence: langchain.langgraph/state-history
    return built.invoke(Command(resume=answer), config)


async def remote(thread):
    from langgraph_sdk import get_client

    # ok: langchain.langgraph/state-history
    await get_client().threads.update_state(thread, None)
