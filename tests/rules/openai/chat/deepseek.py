"""A model of another provider, asked by OpenAI's library."""

from openai import OpenAI

# evidence: openai.chat/compatible-model
MODEL = "DeepSeek-V3.2"
# ok: openai.chat/compatible-model
NOTE = "DeepSeek-V3.2 is deployed in the second region"


def client(address: str, key: str) -> OpenAI:
    """The client of one address."""
    return OpenAI(base_url=address, api_key=key)
