"""A claims desk over mcp-agent."""

from mcp_agent.agents.agent import Agent
from mcp_agent.app import MCPApp
from mcp_agent.config import OpenAISettings
from mcp_agent.executor.temporal import create_temporal_worker_for_app
from mcp_agent.workflows.llm.augmented_llm import RequestParams

from shop import Agent as Salesman

app = MCPApp(name="claims")
# evidence: other.mcp_agent/model-id
settings = OpenAISettings(default_model="gpt-4o-mini")


# evidence: other.mcp_agent/tool
@app.tool()
async def settle(claim: str) -> str:
    # evidence: other.mcp_agent/agent
    clerk = Agent(name="clerk", server_names=["shelf"])
    # ok: other.mcp_agent/agent
    salesman = Salesman(name="clerk")
    # evidence: other.mcp_agent/model-id
    return await clerk.ask(claim, RequestParams(model="gpt-4o"), salesman)


# ok: other.mcp_agent/tool
@app.route("/")
async def work() -> None:
    # evidence: other.mcp_agent/agent, other.mcp_agent/durable-run
    async with create_temporal_worker_for_app(app) as worker:
        # ok: other.mcp_agent/model-id
        await worker.run(RequestParams(model=settings.model))
