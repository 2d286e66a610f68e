"""Retries of our own."""

import asyncio
import time

import tenacity
from anthropic import Anthropic
from tenacity import retry, stop_after_attempt

client = Anthropic(
    # evidence: neutral.retry/client-retries
    max_retries=5,
)
# ok: neutral.retry/client-retries
plain = Anthropic(timeout=5)
# evidence: neutral.retry/attempts-setting
TRIES = settings("MAX_LLM_CALL_RETRIES", 3)
# ok: neutral.retry/attempts-setting
BATCH = settings("MAX_UPLOAD_RETRIES", 3)


def ask(messages):
    # evidence: neutral.retry/model-retry-loop, neutral.retry/retry-loop, neutral.retry/retry-beside-models
    for attempt in range(3):
        try:
            return client.messages.create(model=MODEL, messages=messages)
        except ConnectionError:
            time.sleep(2**attempt)
    raise RuntimeError("gave up")


def each(items):
    # ok: neutral.retry/retry-loop
    for item in items:
        try:
            handle(item)
        except ValueError:
            report(item)


def wait(run):
    # evidence: neutral.retry/poll-deadline
    while run.status != "done":
        time.sleep(1)
        run = fetch(run.id)
    # ok: neutral.retry/poll-deadline
    while queue:
        queue.pop()


# evidence: neutral.retry/retry-library, neutral.retry/retry-beside-models, neutral.retry/retry-helper
@retry(stop=stop_after_attempt(3))
def again(messages):
    return client.messages.create(model=MODEL, messages=messages)


# ok: neutral.retry/retry-library
@cached(tries=3)
def once(messages):
    return messages


async def limited(handle):
    # evidence: neutral.retry/call-deadline
    return await asyncio.wait_for(
        handle.query("messages"),
        timeout=5,
    )


async def unlimited(handle):
    # ok: neutral.retry/call-deadline
    return await asyncio.gather(handle.query("messages"), timeout(5))


def names(items):
    # ok: neutral.retry/model-retry-loop
    # evidence: neutral.retry/retry-loop, neutral.retry/retry-beside-models
    for attempt in range(3):
        try:
            return upload(items)
        except ConnectionError:
            time.sleep(1)


def converse(messages):
    # ok: neutral.retry/retry-loop, neutral.retry/model-retry-loop
    while True:
        # evidence: neutral.retry/model-retry-loop, neutral.retry/retry-loop, neutral.retry/retry-beside-models
        for attempt in range(3):
            try:
                answer = client.messages.create(model=MODEL, messages=messages)
                break
            except ConnectionError:
                time.sleep(2**attempt)
        if answer.stop_reason != "tool_use":
            return answer
