from livekit.agents import Agent, AgentSession, function_tool
from shop import Agent as Seller


# evidence: other.livekit_agents/agent
class Desk(Agent):
    # evidence: other.livekit_agents/tool
    @function_tool
    async def weather(self, city: str) -> str:
        return city


async def entrypoint(ctx):
    # evidence: other.livekit_agents/agent
    session = AgentSession(llm=llm)
    await session.start(agent=Desk(), room=ctx.room)
    # ok: other.livekit_agents/agent
    seller = Seller()
