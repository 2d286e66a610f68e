"""Functions that are handed the client of a Foundry project."""


def ask(project_client, agent_id: str, question: str) -> object:
    from azure.ai.agents.models import ThreadMessageOptions

    # evidence: microsoft.foundry_agents/agent-run, microsoft.foundry_agents/agent-run-untraced, microsoft.foundry_agents/thread-store-untraced, microsoft.foundry_agents/thread-store
    project_client.agents.create_thread_and_run(agent_id=agent_id, thread=ThreadMessageOptions(role="user", content=question))
    # evidence: microsoft.foundry_agents/thread-store-untraced, microsoft.foundry_agents/thread-store
    return project_client.agents.list_messages(thread_id="t")


def sweep(board) -> object:
    # ok: microsoft.foundry_agents/thread-store-untraced
    return board.notes.list_all(thread_id="t")
