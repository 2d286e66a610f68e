"""An agent over OpenAI's first Python library."""

import openai

from shop import ChatCompletion

# evidence: openai.chat/model-id, openai.chat/model-kept
DEFAULT_MODEL = "gpt-4-0613"


def step(messages, functions):
    # evidence: openai.chat/own-loop, openai.chat/model-in-call
    answer = openai.ChatCompletion.create(model=DEFAULT_MODEL, messages=messages, functions=functions)
    # evidence: openai.chat/own-agent-call, openai.chat/model-in-call
    plain = openai.ChatCompletion.create(model=DEFAULT_MODEL, messages=messages)
    # ok: openai.chat/own-loop, openai.chat/own-agent-call
    other = ChatCompletion.create(messages=messages, functions=functions)
    return answer, plain, other


def again(messages):
    # evidence: openai.chat/own-retry
    for attempt in range(3):
        try:
            # evidence: openai.chat/own-agent-call, openai.chat/model-in-call
            return openai.ChatCompletion.create(model=DEFAULT_MODEL, messages=messages)
        except openai.error.RateLimitError:
            time.sleep(attempt)
