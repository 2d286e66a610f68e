"""Hosted search of documents, and what shows of it."""

from agents import Agent, FileSearchTool
from shelf import FileSearchTool as Shelf

# evidence: openai.agents_sdk/agent
agent = Agent(
    name="Returns",
    tools=[
        # evidence: openai.agents_sdk/hosted-tool
        FileSearchTool(
            # evidence: openai.agents_sdk/hosted-documents
            vector_store_ids=[STORE],
        ),
        # ok: openai.agents_sdk/hosted-documents
        Shelf(vector_store_ids=[STORE]),
    ],
)


def watch(event):
    # evidence: openai.agents_sdk/hosted-tool-events
    if event.type == "response.file_search_call.searching":
        return "searching"
    # ok: openai.agents_sdk/hosted-tool-events
    return "writing" if event.type == "response.output_text.delta" else ""
