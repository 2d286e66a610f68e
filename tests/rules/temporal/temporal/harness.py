"""Tools of an agent that a durable harness runs."""

from temporal_agent_harness.harness import agent


# evidence: temporal.temporal/activity
@agent.tool_defn(inherently_safe=True)
def policy(number: str) -> str:
    return "covered"


# ok: temporal.temporal/activity
@agent.accepts
async def ask(text: str) -> str:
    return text
