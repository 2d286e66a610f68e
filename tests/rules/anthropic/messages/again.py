"""A call that is tried again."""

import time

from anthropic import Anthropic, RateLimitError


def ask(client: Anthropic, text: str):
    # evidence: anthropic.messages/own-retry
    for attempt in range(3):
        try:
            return client.messages.create(model=MODEL, max_tokens=99, messages=text)
        except RateLimitError:
            time.sleep(2**attempt)


def load(client, text):
    # ok: anthropic.messages/own-retry
    for attempt in range(3):
        try:
            return client.get(text)
        except OSError:
            time.sleep(2**attempt)
