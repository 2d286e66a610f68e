"""Limits of time around work of agents, and around other things."""

import asyncio


async def assess(text: str) -> str:
    # evidence: neutral.retry/agent-deadline, neutral.retry/call-deadline
    answer = await asyncio.wait_for(self.agent.run(text), timeout=30)
    # evidence: neutral.retry/agent-deadline, neutral.retry/call-deadline
    await asyncio.wait_for(flow.execute(text), timeout=3600)
    # ok: neutral.retry/agent-deadline, neutral.retry/call-deadline
    await asyncio.wait_for(socket.close(), timeout=1)
    return answer
