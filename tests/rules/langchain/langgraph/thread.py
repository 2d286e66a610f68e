"""Runs a graph that another module has built, for a thread of the company's own."""

from ag_ui_langgraph import LangGraphAgent
from langgraph.func import entrypoint

from desk import graph, yard


async def answer(text, thread):
    config = {"configurable": {"thread_id": thread}}
    # evidence: langchain.langgraph/run-of-thread
    done = await graph.ainvoke({"messages": [text]}, config)
    # evidence: langchain.langgraph/run-of-thread
    async for part in graph.astream({"messages": [text]}, stream_mode="updates"):
        yield part
    # ok: langchain.langgraph/run-of-thread
    await yard.ainvoke({"messages": [text]}, {"configurable": {"session_id": thread}})
    # evidence: langchain.langgraph/graph
    yield LangGraphAgent(name="desk", graph=graph)
    # evidence: langchain.langgraph/checkpointer
    yield entrypoint.final(value=done, save=done)


async def earlier(thread):
    # evidence: langchain.langgraph/given-checkpointer
    return [point async for point in graph.aget_state_history({"configurable": {"thread_id": thread}})]
