"""Talks to an agent server by plain web requests."""


async def ask(http, base, thread, ticket):
    # evidence: langchain.langgraph_platform/raw-run, langchain.langgraph_platform/raw-thread
    answer = await http.post(f"{base}/threads/{thread}/runs/stream", json={"assistant_id": "claims"})
    # ok: langchain.langgraph_platform/raw-run, langchain.langgraph_platform/raw-thread
    other = await http.post(f"{base}/threads/{ticket}/messages", json={})
    return answer, other
