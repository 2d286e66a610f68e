"""Models that are asked, by the libraries of several vendors."""

import anthropic
import instructor
import ollama
from langchain_openai import ChatOpenAI
from litellm import completion
from llama_index.llms.litellm import LiteLLM


def ask(client, runtime, desk, model):
    # evidence: other.model_calls/asked
    client.chat.completions.create(model=model, messages=[])
    # evidence: other.model_calls/asked
    anthropic.Anthropic().messages.create(model=model, messages=[])
    # ok: other.model_calls/asked
    desk.messages.create(body="the claim is settled")
    # evidence: other.model_calls/asked
    ollama.chat(model=model, messages=[])
    # ok: other.model_calls/asked
    desk.chat("a claim")
    # evidence: other.model_calls/asked
    runtime.converse(modelId=model, messages=[])
    # ok: other.model_calls/asked
    desk.converse("a claim")
    # evidence: other.model_calls/asked
    instructor.from_litellm(completion)
    # evidence: other.model_calls/asked
    return LiteLLM(model=model)


def ask_by_address(base, post):
    # evidence: other.model_calls/asked
    post(f"{base}/v1/chat/completions", json={})
    # evidence: other.model_calls/asked
    post("https://api.anthropic.com/v1/messages", json={})
    # ok: other.model_calls/asked
    return post(f"{base}/v1/claims", json={})


# evidence: other.model_calls/asked
class OwnChat(ChatOpenAI):
    claims = 0


# ok: other.model_calls/asked
class OwnDesk(Desk):
    claims = 0
