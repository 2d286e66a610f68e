"""A hosted agent is asked, and the results of its tools are handed back."""

from agent_framework.azure import AzureAIClient
from azure.ai.projects import AIProjectClient


def client(address: str, credential: object) -> AzureAIClient:
    """A client of the open framework in front of hosted agents."""
    # evidence: microsoft.foundry_agents/wrapper-class
    return AzureAIClient(project_endpoint=address, credential=credential)


def answer(project: AIProjectClient, call: str, result: str) -> dict[str, str]:
    """What a tool said, in the vendor's form."""
    # ok: microsoft.foundry_agents/tool-approval
    kind = "message" if not call else ""
    # evidence: microsoft.foundry_agents/tool-approval
    return {"type": kind or "function_call_output", "call_id": call, "output": result}
