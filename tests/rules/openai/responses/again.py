"""A call that is tried again."""

import time

from openai import OpenAI, RateLimitError


def ask(client: OpenAI, text: str):
    # evidence: openai.responses/own-retry
    for attempt in range(3):
        try:
            return client.responses.create(model=MODEL, input=text)
        except RateLimitError:
            time.sleep(2**attempt)


def load(client, text):
    # ok: openai.responses/own-retry
    for attempt in range(3):
        try:
            return client.get(text)
        except OSError:
            time.sleep(2**attempt)
