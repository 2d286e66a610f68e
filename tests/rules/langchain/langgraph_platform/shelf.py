"""A step of a graph that remembers."""


async def remember(state, runtime, store, shelf):
    # evidence: langchain.langgraph_platform/store-use
    known = await runtime.store.aget(("claims",), key="profile")
    # evidence: langchain.langgraph_platform/store-use
    await store.aput(("claims",), "profile", known)
    # evidence: langchain.langgraph_platform/store-use
    found = store.search(namespace, query="claim")
    # ok: langchain.langgraph_platform/store-use
    store.put(found)
    # ok: langchain.langgraph_platform/store-use
    return shelf.search(namespace)
