"""Every step of a run is written down."""

from agents import AgentHooks, RunHooks
from shop import RunHooks as Till


# evidence: openai.agents_sdk/run-hooks
class Book(RunHooks):
    async def on_tool_start(self, context, agent, tool):
        book(agent.name, tool.name)


# evidence: openai.agents_sdk/run-hooks
class Desk(AgentHooks):
    async def on_end(self, context, agent, output):
        book(agent.name, output)


# ok: openai.agents_sdk/run-hooks
class Counter(Till):
    pass
