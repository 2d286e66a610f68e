"""An agent that decides by what the model writes."""

from openai import AzureOpenAI

client = AzureOpenAI()


def route(text):
    # evidence: microsoft.azure_openai/own-agent-call
    answer = client.chat.completions.create(model=MODEL, messages=[text])
    # ok: microsoft.azure_openai/own-agent-call
    shop.chat.completions.create(model=MODEL)
    return answer
