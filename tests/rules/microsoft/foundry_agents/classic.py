"""Threads and runs of the classic interface."""

import time

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import AgentEventHandler, BingGroundingTool, FunctionTool, ListSortOrder

from ours import Board, Loop

agents = AgentsClient(endpoint=endpoint, credential=credential)
board = Board()


def ask(question):
    # evidence: microsoft.foundry_agents/agent-definition, microsoft.foundry_agents/agent-definition-untraced
    agent = agents.create_agent(
        # evidence: microsoft.foundry_agents/agent-model
        model="gpt-4o",
        # evidence: microsoft.foundry_agents/agent-prompt, microsoft.foundry_agents/agent-prompt-untraced
        instructions="Answer questions about claims.",
        # evidence: microsoft.foundry_agents/tool-settings, microsoft.foundry_agents/connection, microsoft.foundry_agents/hosted-tool
        tools=BingGroundingTool(connection_id="bing").definitions,
    )
    # evidence: microsoft.foundry_agents/agent-definition, microsoft.foundry_agents/agent-definition-untraced, microsoft.foundry_agents/agent-prompt, microsoft.foundry_agents/agent-prompt-untraced
    # ok: microsoft.foundry_agents/tool-settings
    bare = agents.create_agent(instructions="Answer.", tools=[])
    # ok: microsoft.foundry_agents/agent-definition, microsoft.foundry_agents/agent-prompt, microsoft.foundry_agents/tool-settings
    local = board.create_agent(instructions="Answer.", tools=[])
    # evidence: microsoft.foundry_agents/thread-store, microsoft.foundry_agents/thread-store-untraced
    thread = agents.threads.create()
    # evidence: microsoft.foundry_agents/thread-store, microsoft.foundry_agents/thread-store-untraced
    agents.messages.create(thread_id=thread.id, role="user", content=question)
    # ok: microsoft.foundry_agents/thread-store
    board.threads.create()
    # evidence: microsoft.foundry_agents/agent-run, microsoft.foundry_agents/agent-run-untraced
    run = agents.runs.create(thread_id=thread.id, agent_id=agent.id)
    # ok: microsoft.foundry_agents/agent-run, microsoft.foundry_agents/agent-run-untraced
    board.trials.create(thread_id=thread.id)
    # evidence: microsoft.foundry_agents/run-status, microsoft.foundry_agents/run-outcome
    while run.status in ("queued", "in_progress"):
        time.sleep(1)
    # ok: microsoft.foundry_agents/run-status, microsoft.foundry_agents/run-outcome
    print(job.status, local)
    # evidence: microsoft.foundry_agents/agent-run, microsoft.foundry_agents/agent-run-untraced, microsoft.foundry_agents/run-outcome
    agents.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
    # evidence: microsoft.foundry_agents/tool-exchange
    agents.runs.submit_tool_outputs(thread_id=thread.id, run_id=run.id, tool_outputs=[])
    # ok: microsoft.foundry_agents/tool-exchange
    board.outputs.submit([])
    # evidence: microsoft.foundry_agents/run-steps
    for step in agents.run_steps.list(thread_id=thread.id, run_id=run.id):
        print(step)
    # evidence: microsoft.foundry_agents/hosted-tool
    functions = FunctionTool({ask})
    # ok: microsoft.foundry_agents/hosted-tool
    own = Loop({ask})
    # evidence: microsoft.foundry_agents/vector-store, microsoft.foundry_agents/vector-store-untraced
    store = agents.vector_stores.create_and_poll(file_ids=[], name="policies")
    # evidence: microsoft.foundry_agents/vector-store
    agents.delete_vector_store(store.id)
    return functions, own, store, ListSortOrder, bare


# evidence: microsoft.foundry_agents/run-steps
class Watch(AgentEventHandler):
    """Reports progress."""


def again(agents_client):
    # evidence: microsoft.foundry_agents/agent-definition, microsoft.foundry_agents/agent-definition-untraced, microsoft.foundry_agents/agent-prompt, microsoft.foundry_agents/agent-prompt-untraced
    agents_client.create_agent(name="claims", instructions="Answer.")
    # ok: microsoft.foundry_agents/agent-prompt-untraced
    agents_client.describe(name="claims", instructions="Answer.")
    # evidence: microsoft.foundry_agents/thread-store, microsoft.foundry_agents/thread-store-untraced
    agents_client.threads.create()
    # ok: microsoft.foundry_agents/thread-store-untraced
    agents_client.boards.create()


def by_address(endpoint, thread):
    # evidence: microsoft.foundry_agents/rest-address
    post(f"{endpoint}/threads/{thread}/runs?api-version=v1")
    # ok: microsoft.foundry_agents/rest-address
    get(f"https://dev.azure.com/{endpoint}/_apis/distributedtask/pools/1/agents?api-version=7.1")
