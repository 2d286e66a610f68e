"""Agents of ControlFlow, with what they remember and what they can do."""

import controlflow as cf
from marvin import Thread

# evidence: other.prefect/agent-memory
likes = cf.Memory(key="likes", instructions="Keep what the customer likes.")


# evidence: other.prefect/agent-tool
@cf.tool
def claim(number: str) -> str:
    return number


# evidence: other.prefect/agent
clerk = cf.Agent(name="Clerk", memories=[likes], tools=[claim])
# ok: other.prefect/agent
desk = Desk(name="Clerk")
# evidence: other.prefect/agent-memory
talk = Thread(id="claims")
# ok: other.prefect/agent-memory
card = Memory(size=8)


# ok: other.prefect/agent-tool
@saw.tool
def cut(board: str) -> str:
    return board
