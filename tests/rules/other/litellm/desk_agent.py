"""An agent that decides by what the model writes."""

from litellm import completion


def route(text):
    # evidence: other.litellm/own-agent-call, other.litellm/neutral-model
    answer = completion(model=MODEL, messages=[text])
    # ok: other.litellm/own-agent-call
    form.completion(text)
    return answer
