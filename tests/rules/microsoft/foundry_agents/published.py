"""A published agent, asked with OpenAI's library."""

import os

from azure.identity import DefaultAzureCredential, get_bearer_token_provider
from openai import OpenAI

token = get_bearer_token_provider(DefaultAzureCredential(), "https://ai.azure.com/.default")
client = OpenAI(api_key=token(), base_url=os.environ["APPLICATION"], default_query={"api-version": "2025-11-15-preview"})


def ask(question: str) -> None:
    # evidence: microsoft.foundry_agents/application-call
    stream = client.responses.create(input=question, stream=True)
    for event in stream:
        # evidence: microsoft.foundry_agents/application-events
        if event.type == "response.mcp_call.completed":
            print(event)
        # ok: microsoft.foundry_agents/application-events
        if event.type == "response.output_text.delta":
            print(event.delta)


def plain(question: str) -> str:
    # ok: microsoft.foundry_agents/application-call
    return client.responses.create(model=os.environ["MODEL"], input=question).output_text
