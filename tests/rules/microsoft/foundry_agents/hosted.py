"""An agent of our own in Foundry's hosted runtime."""

from agent_framework.foundry import FoundryAgent, FoundryEvals
from agent_framework_foundry_hosting import FoundryCheckpointStore, FoundryToolbox, ResponsesHostServer
from azure.ai.agentserver.langgraph.tools import use_foundry_tools
from azure.ai.agentserver.agentframework import FoundryToolsChatMiddleware
from azure.ai.agentserver.core.tasks import RetryPolicy, set_resilient_tasks_enabled, task

from ours import LocalAgent, LocalStore, Policy

# evidence: microsoft.foundry_agents/wrapper-class
agent = FoundryAgent(project_endpoint="https://acct.services.ai.azure.com/api/projects/ops", agent_name="claims")
# ok: microsoft.foundry_agents/wrapper-class
local = LocalAgent(agent_name="claims")
# evidence: microsoft.foundry_agents/hosted-container, microsoft.foundry_agents/hosted-session, microsoft.foundry_agents/hosted-checkpoint
ResponsesHostServer(agent, checkpoint_store=FoundryCheckpointStore()).run()
# ok: microsoft.foundry_agents/hosted-checkpoint
LocalStore().run()
# evidence: microsoft.foundry_agents/hosted-checkpoint
set_resilient_tasks_enabled(True)
# evidence: microsoft.foundry_agents/task-retry
retry = RetryPolicy(max_attempts=3)
# ok: microsoft.foundry_agents/task-retry
other = Policy(max_attempts=3)


# evidence: microsoft.foundry_agents/hosted-checkpoint
@task(name="claims")
async def handle(ctx):
    # evidence: microsoft.foundry_agents/vendor-container
    return await ctx.read("thread-message-store")


# ok: microsoft.foundry_agents/vendor-container
CONTAINER = "message-store"


# evidence: microsoft.foundry_agents/tool-settings
tools = FoundryToolbox(credential)
# ok: microsoft.foundry_agents/tool-settings
own = Toolbox(credential)
# evidence: microsoft.foundry_agents/tool-settings
middleware = [use_foundry_tools([{"type": "code_interpreter"}])]
# evidence: microsoft.foundry_agents/tool-settings
layers = FoundryToolsChatMiddleware([{"type": "bing_grounding"}])
# evidence: microsoft.foundry_agents/evaluation
evals = FoundryEvals(client=client, evaluators=[FoundryEvals.RELEVANCE])
# ok: microsoft.foundry_agents/evaluation
own_evals = DeskEvals(client=client)
