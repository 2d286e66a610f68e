"""A claims desk whose agents run as workflows of an engine the company operates."""

import dapr.ext.workflow as wf
from dapr_agents import DurableAgent, tool
from dapr_agents.agents.configs import AgentObservabilityConfig, AgentStateConfig, WorkflowRetryPolicy
from dapr_agents.llm import DaprChatClient
from dapr_agents.memory import ConversationDaprStateMemory
from shop import Agent, RetryPolicy, StateStore, WorkflowRuntime, helper


# evidence: other.dapr_agents/tool
@tool
def limit(claim: str) -> int:
    return 500


# ok: other.dapr_agents/tool
@helper
def table(claim: str) -> int:
    return 1


# evidence: other.dapr_agents/kept-state
history = ConversationDaprStateMemory(store_name="talks", session_id="claim-7")
# evidence: other.dapr_agents/neutral-model
model = DaprChatClient(component_name="model")
# evidence: other.dapr_agents/retries
tries = WorkflowRetryPolicy(max_attempts=4)
# evidence: other.dapr_agents/traces
traces = AgentObservabilityConfig(enabled=True)
# evidence: other.dapr_agents/agent, other.dapr_agents/durable-run
desk = DurableAgent(name="desk", llm=model, tools=[limit])
# ok: other.dapr_agents/agent, other.dapr_agents/durable-run
seller = Agent(name="seller")
# ok: other.dapr_agents/kept-state, other.dapr_agents/neutral-model, other.dapr_agents/traces, other.dapr_agents/retries
store = StateStore(store_name="orders")

# evidence: other.dapr_agents/workflow, other.dapr_agents/workflow-record
runtime = wf.WorkflowRuntime()
# evidence: other.dapr_agents/workflow-retries
again = wf.RetryPolicy(max_number_of_attempts=3)
# ok: other.dapr_agents/workflow, other.dapr_agents/workflow-record
other = WorkflowRuntime()
# ok: other.dapr_agents/workflow-retries
once = RetryPolicy(max_number_of_attempts=1)
