"""A graph of our own in Foundry's hosted runtime."""

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
from langchain_azure_ai.agents.hosting import ResponsesHostServer

from ours import Server, graph

# evidence: microsoft.foundry_agents/hosted-container
ResponsesHostServer(graph).run(port=8088)
# ok: microsoft.foundry_agents/hosted-container
Server(graph).run(port=8088)


def deploy(data: bytes) -> None:
    client = AIProjectClient(
        endpoint="https://acct.services.ai.azure.com/api/projects/ops", credential=DefaultAzureCredential()
    )
    # evidence: microsoft.foundry_agents/agent-definition, microsoft.foundry_agents/hosted-container
    client.agents.create_version_from_code("claims", code=data)
    # evidence: microsoft.foundry_agents/hosted-session
    for session in client.agents.list_sessions("claims"):
        # evidence: microsoft.foundry_agents/hosted-session
        client.agents.delete_session("claims", session.agent_session_id)
    # ok: microsoft.foundry_agents/hosted-session
    graph.list_sessions("claims")


def go_on(post, last: str | None) -> None:
    # evidence: microsoft.foundry_agents/previous-response-key
    post({"input": "Hello", "previous_response_id": last})
    # ok: microsoft.foundry_agents/previous-response-key
    post({"input": "Hello", "previous": last})
