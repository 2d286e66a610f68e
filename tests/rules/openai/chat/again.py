"""A call that is tried again."""

import time

from openai import OpenAI, RateLimitError


def ask(client: OpenAI, text: str):
    # evidence: openai.chat/own-retry
    for attempt in range(3):
        try:
            return client.chat.completions.create(model=MODEL, messages=text)
        except RateLimitError:
            time.sleep(2**attempt)


def load(client, text):
    # ok: openai.chat/own-retry
    for attempt in range(3):
        try:
            return client.get(text)
        except OSError:
            time.sleep(2**attempt)
