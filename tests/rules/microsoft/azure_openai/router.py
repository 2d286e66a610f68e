"""The model is chosen by the vendor for each request."""

import os

from openai import AzureOpenAI

# evidence: microsoft.azure_openai/model-router
DEPLOYMENT = os.getenv("AZURE_OPENAI_DEPLOYMENT", "model-router")
client = AzureOpenAI(api_version="2024-10-21")


def ask(text: str):
    # evidence: microsoft.azure_openai/model-router
    return client.chat.completions.create(model="model-router", messages=[{"role": "user", "content": text}])


def logger(get_logger):
    # ok: microsoft.azure_openai/model-router
    return get_logger("model-router")
