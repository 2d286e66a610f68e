"""Model calls are tried again by a helper in a folder of their own."""

from tenacity import *


def answer(ask, retries: int, max_retries: int) -> str:
    # evidence: neutral.retry/agent-attempts
    for _ in range(max_retries + 1):
        text = ask()
        if text:
            return text
    # evidence: neutral.retry/agent-attempts
    for _ in range(retries):
        ask()
    # ok: neutral.retry/agent-attempts
    for _ in range(parts):
        ask()
    return ""


# evidence: neutral.retry/retry-library, neutral.retry/agent-attempts
@retry(stop=stop_after_attempt(2))
def once_more(ask) -> str:
    return ask()


# ok: neutral.retry/retry-library
# evidence: neutral.retry/agent-attempts
@retry(2)
def twice(ask) -> str:
    return ask()
