import openai

from .http import request


def ask(project: str, agent: str, token: str) -> openai.OpenAI:
    # evidence: microsoft.foundry_agents/rest-address
    return openai.OpenAI(base_url=f"{project}/applications/{agent}/protocols/openai", api_key=token)


def shop(base: str) -> str:
    # ok: microsoft.foundry_agents/rest-address
    return f"{base}/applications/shop/protocols/http"


def history(conversation: str) -> dict:
    # evidence: microsoft.foundry_agents/rest-conversation
    return request(f"openai/conversations/{conversation}/items")


def azure(base: str) -> dict:
    # ok: microsoft.foundry_agents/rest-conversation
    return request(f"{base}/openai/v1/conversations")


def page() -> str:
    # ok: microsoft.foundry_agents/rest-conversation
    return "docs/openai/conversations-guide"
