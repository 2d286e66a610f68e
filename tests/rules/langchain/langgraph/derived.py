"""A graph of a class that builds on LangGraph's, and a number of attempts kept in its state."""

from desk.watched import WatchedStateGraph


def build(state_class, checkpointer):
    # evidence: langchain.langgraph/derived-graph
    graph = WatchedStateGraph(state_class)
    # evidence: langchain.langgraph/given-checkpointer
    app = graph.compile(checkpointer=checkpointer)
    # ok: langchain.langgraph/given-checkpointer
    plain = graph.compile(checkpointer=None)
    # ok: langchain.langgraph/derived-graph
    yard = WatchedYard(state_class)
    return app, plain, yard


def route(state):
    # evidence: langchain.langgraph/attempt-count
    if state.get("retry_count", 0) > 3:
        return "person"
    # evidence: langchain.langgraph/attempt-count
    if state["trials"] >= 3:
        return "person"
    # ok: langchain.langgraph/attempt-count
    return state.get("next", "end")
