"""A step of a graph that remembers."""


async def remember(state, runtime, store, shelf):
    # evidence: langchain.langgraph/store-use
    known = await runtime.store.aget(("claims",), key="profile")
    # evidence: langchain.langgraph/store-use
    await store.aput(("claims",), "profile", known)
    # evidence: langchain.langgraph/store-use
    found = store.search(namespace, query="claim")
    # ok: langchain.langgraph/store-use
    store.put(found)
    # ok: langchain.langgraph/store-use
    return shelf.search(namespace)
