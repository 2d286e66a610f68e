"""Runs an agent that another module has made."""

from agno.agent import Agent

from desk import get_agent, yard


async def answer(text: str) -> str:
    agent: Agent = get_agent("claims")
    # evidence: other.agno/run
    response = await agent.arun(text)
    # ok: other.agno/run
    await yard.arun(text)
    return response.content
