"""Calls that decorators of the desk's own try again."""

import openai

from desk.again import llm_retry, retry_on_rate_limit, with_retry


# evidence: neutral.retry/retry-decorator
@llm_retry
async def assess(text: str) -> str:
    return await desk.reply(text)


# evidence: neutral.retry/retry-decorator
@retry_on_rate_limit(times=3)
def settle(text: str) -> str:
    return desk.settle(text)


# ok: neutral.retry/retry-decorator
# evidence: neutral.retry/retry-beside-models
@with_retry(times=3)
def sweep() -> None:
    yard.sweep()


# ok: neutral.retry/retry-decorator
@retry_on_db_error
def keep(row) -> None:
    yard.keep(row)


# ok: neutral.retry/retry-decorator
@cached
def look() -> None:
    yard.look()


def reply(text: str) -> str:
    # evidence: neutral.retry/retry-decorator
    for attempt in llm_retry(logger=log):
        with attempt:
            return desk.reply(text)
    # ok: neutral.retry/retry-decorator
    for attempt in attempts(text):
        log(attempt)


# evidence: neutral.retry/retry-decorator
@exponential_backoff_retry(ClientError, max_retries=10)
def outline(model, topic):
    return model.invoke(topic)


# ok: neutral.retry/retry-decorator
@sqlite_retry
def stored(row):
    return table.insert(row)


# evidence: neutral.retry/retry-decorator
@utils.default_retry
def planned(model, topic):
    return model.invoke(topic)
