"""An agent that decides by what the model writes."""

from openai import OpenAI

client = OpenAI()


def route(text, tools):
    # evidence: openai.chat/own-agent-call
    answer = client.chat.completions.create(model=MODEL, messages=[text])
    # ok: openai.chat/own-agent-call
    shop.chat.completions.create(model=MODEL)
    return answer
