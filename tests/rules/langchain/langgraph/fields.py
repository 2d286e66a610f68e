"""The fields of the graph, with their form in the name."""

from typing import TypedDict


# evidence: langchain.langgraph/state-class
class DeskStateTyped(TypedDict, total=False):
    claim: str


# ok: langchain.langgraph/state-class
class DeskStatements(TypedDict, total=False):
    claim: str


# ok: langchain.langgraph/state-class
class ServerState:
    connections = 0
