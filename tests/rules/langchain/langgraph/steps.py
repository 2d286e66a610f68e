"""The state of a graph, and who runs it."""

from dataclasses import dataclass
from typing import TypedDict

from langgraph.graph import StateGraph


# evidence: langchain.langgraph/state-class
class ClaimState(TypedDict):
    text: str


@dataclass
# evidence: langchain.langgraph/state-class
class ResearchState:
    topic: str


# ok: langchain.langgraph/state-class
class Estate(TypedDict):
    area: int


# evidence: langchain.langgraph/graph
graph = StateGraph(ClaimState)
app = graph.compile()
# evidence: langchain.langgraph/run
answer = app.invoke({"text": "water"})
# ok: langchain.langgraph/run
other = yard.invoke({"text": "water"})
# evidence: langchain.langgraph/checkpointed-graph
kept = graph.compile(checkpointer_of_desk)
