"""A graph that asks a person."""

from langgraph.types import interrupt

from signals import interrupt as stop


def approve(state):
    # evidence: langchain.langgraph/human-pause
    answer = interrupt({"question": "approve?"})
    # ok: langchain.langgraph/human-pause
    stop("worker")
    return answer
