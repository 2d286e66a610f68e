"""Runs of another product whose client comes from elsewhere: fixture, never imported."""


async def start(client, thread_id):
    """LangGraph's own runs."""
    # ok: openai.assistants/run-sdk
    return await client.runs.create(thread_id=thread_id, assistant_id="agent")  # runs.create
