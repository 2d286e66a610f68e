"""An agent that decides by what the model writes."""

from anthropic import Anthropic

client = Anthropic()


def route(text):
    # evidence: anthropic.messages/own-agent-call
    answer = client.messages.create(model=MODEL, messages=[text])
    # ok: anthropic.messages/own-agent-call
    letters.messages.create(text)
    return answer
