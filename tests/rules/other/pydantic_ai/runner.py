"""An agent handed in from elsewhere is run here."""

from pydantic_ai import Agent


class Desk:
    def __init__(self, agent: Agent) -> None:
        self.agent = agent

    async def assess(self, text: str) -> str:
        # evidence: other.pydantic_ai/run
        result = await self.agent.run(text)
        # ok: other.pydantic_ai/run
        await self.yard.run(text)
        return result.output
