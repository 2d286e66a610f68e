"""Clients of a Foundry project kept where a web framework lets an application keep its things."""

from azure.ai.agents.models import MessageRole
from fastapi import FastAPI, Request
from flask import current_app, g
from quart import Quart

app = Quart(__name__)
board = FastAPI()


async def ask(question: str) -> object:
    held = app.browse_agent
    desk = held["client"]
    # evidence: microsoft.foundry_agents/thread-store-untraced, microsoft.foundry_agents/thread-store
    thread = await desk.agents.threads.create()
    # evidence: microsoft.foundry_agents/agent-run, microsoft.foundry_agents/agent-run-untraced, microsoft.foundry_agents/run-outcome
    return await desk.agents.runs.create_and_process(thread_id=thread.id, agent_id=held["id"])


async def answer(request: Request, role: MessageRole) -> object:
    # evidence: microsoft.foundry_agents/thread-store-untraced, microsoft.foundry_agents/thread-store
    await request.app.state.desk.agents.threads.create()
    # evidence: microsoft.foundry_agents/thread-store-untraced, microsoft.foundry_agents/thread-store
    await board.state.desk.agents.threads.create()
    # evidence: microsoft.foundry_agents/thread-store-untraced, microsoft.foundry_agents/thread-store
    g.desk.agents.threads.create()
    # evidence: microsoft.foundry_agents/thread-store-untraced, microsoft.foundry_agents/thread-store
    return current_app.extensions["desk"].agents.threads.create()


async def own(request: Request) -> object:
    # ok: microsoft.foundry_agents/thread-store-untraced
    return await request.threads.create()
