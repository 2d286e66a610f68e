"""Agents on Microsoft's open-source frameworks."""

from agent_framework import Agent, AgentSession, FileCheckpointStorage, FileHistoryProvider, MCPStreamableHTTPTool, WorkflowBuilder, ai_function
from agent_framework.azure import AgentFunctionApp, AzureAIAgentClient
from agent_framework.observability import configure_otel_providers
from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.conditions import MaxMessageTermination
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_ext.code_executors.azure import ACADynamicSessionsCodeExecutor
from autogen_ext.code_executors.docker import DockerCommandLineCodeExecutor
from autogen_ext.teams.magentic_one import MagenticOne
from semantic_kernel.agents import ChatCompletionAgent, SequentialOrchestration
from semantic_kernel.connectors.ai import FunctionChoiceBehavior
from semantic_kernel.functions import kernel_function

from ours import Person, Plan, remember

# evidence: microsoft.agent_framework/traces
configure_otel_providers()
# ok: microsoft.agent_framework/traces
configure_logging()


# evidence: microsoft.agent_framework/tool
@ai_function
def look_up(number: str) -> str:
    """Finds a claim."""
    return number


# ok: microsoft.agent_framework/tool
@remember
def plain(number: str) -> str:
    return number


class Claims:
    # evidence: microsoft.agent_framework/tool
    @kernel_function(name="status")
    def status(self) -> str:
        return "open"


def build(client):
    # evidence: microsoft.agent_framework/agent
    clerk = Agent(client=client, instructions="Answer.", tools=[look_up])
    # ok: microsoft.agent_framework/agent
    person = Person(name="clerk")
    # evidence: microsoft.agent_framework/agent
    writer = ChatCompletionAgent(service=client, name="writer")
    # evidence: microsoft.agent_framework/agent
    critic = AssistantAgent("critic", model_client=client)
    # ok: microsoft.agent_framework/agent
    hosted = AzureAIAgentClient(credential=client)
    # evidence: microsoft.agent_framework/graph
    graph = WorkflowBuilder(start_executor=clerk).add_edge(clerk, writer).build()
    # evidence: microsoft.agent_framework/graph
    line = SequentialOrchestration(members=[writer])
    # evidence: microsoft.agent_framework/graph, microsoft.agent_framework/stop-condition
    team = RoundRobinGroupChat([critic], termination_condition=MaxMessageTermination(5))
    # ok: microsoft.agent_framework/graph, microsoft.agent_framework/stop-condition
    plan = Plan([clerk], limit=5)
    # evidence: microsoft.agent_framework/mcp-client
    server = MCPStreamableHTTPTool(name="claims", url="https://claims.example.com/mcp")
    # ok: microsoft.agent_framework/mcp-client
    other = Plan(name="claims", url="https://claims.example.com/mcp")
    return person, hosted, graph, line, team, plan, server, other


async def run(graph, team, session):
    # evidence: microsoft.agent_framework/checkpoint, microsoft.agent_framework/history-store
    storage = FileCheckpointStorage("./checkpoints")
    # evidence: microsoft.agent_framework/checkpoint
    await graph.run("go on", checkpoint_storage=storage)
    # ok: microsoft.agent_framework/checkpoint
    await graph.run("go on")
    # evidence: microsoft.agent_framework/history-store
    history = FileHistoryProvider("./history")
    # ok: microsoft.agent_framework/history-store
    notes = Plan("./history")
    # evidence: microsoft.agent_framework/service-history
    remote = AgentSession(service_session_id="conv_1")
    # ok: microsoft.agent_framework/service-history
    local = AgentSession(session_id="1")
    # evidence: microsoft.agent_framework/saved-state
    state = await team.save_state()
    # ok: microsoft.agent_framework/saved-state, microsoft.agent_framework/restored-team
    await team.reset()
    # evidence: microsoft.agent_framework/saved-state, microsoft.agent_framework/restored-team
    await team.load_state(state)
    # evidence: microsoft.agent_framework/durable-agent
    app = AgentFunctionApp(agents=[])
    # ok: microsoft.agent_framework/durable-agent
    plain_app = Plan(agents=[])
    # evidence: microsoft.agent_framework/model-id
    name = "gpt-4o-mini"
    # ok: microsoft.agent_framework/model-id
    deployment = "claims-model"
    # evidence: microsoft.agent_framework/hosted-sandbox
    box = ACADynamicSessionsCodeExecutor(pool_management_endpoint="e", credential=None, work_dir=".")
    # ok: microsoft.agent_framework/hosted-sandbox
    own = DockerCommandLineCodeExecutor(work_dir=".")
    return history, notes, remote, local, app, plain_app, name, deployment, box, own


def automatic():
    # evidence: microsoft.agent_framework/agent
    settings = FunctionChoiceBehavior.Auto()
    # ok: microsoft.agent_framework/agent
    manual = FunctionChoiceBehavior.NoneInvoke()
    return settings, manual
# evidence: microsoft.agent_framework/tool
search = kernel_function(name="search", description="Searches.")(remember)
# evidence: microsoft.agent_framework/graph
team = MagenticOne(client=client)


# evidence: microsoft.agent_framework/agent
class ClaimsAgent(ChatCompletionAgent):
    pass


# ok: microsoft.agent_framework/agent
class ClaimsClerk(Clerk):
    pass
