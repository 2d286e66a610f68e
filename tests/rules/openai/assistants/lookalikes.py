"""Paths that end alike at other vendors."""

from langgraph_sdk import get_client
from langchain.agents.openai_assistant import OpenAIAssistantRunnable

client = get_client(url="http://localhost:8123")


async def start():
    # ok: openai.assistants/thread-store, openai.assistants/thread-for-runs
    thread = await client.threads.create()
    # ok: openai.assistants/run
    return await client.runs.create(thread["thread_id"], "agent")


# evidence: openai.assistants/wrapper-class
agent = OpenAIAssistantRunnable.create_assistant(name="Support", instructions="", tools=[], model="x")
# ok: openai.assistants/wrapper-class
other = local_module.AssistantRunnable()
