"""An agent that decides by what the model writes."""

from litellm import completion
from llama_index.llms.litellm import LiteLLM

# evidence: other.litellm/neutral-model
model = LiteLLM(model=MODEL)
# ok: other.litellm/neutral-model
other = HeavyLLM(model=MODEL)


def route(text):
    # evidence: other.litellm/own-agent-call, other.litellm/neutral-model
    answer = completion(model=MODEL, messages=[text])
    # ok: other.litellm/own-agent-call
    form.completion(text)
    return answer
