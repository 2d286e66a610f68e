"""A yard without models."""

from tenacity import retry, stop_after_attempt


# ok: neutral.retry/retry-beside-models
# evidence: neutral.retry/retry-library
@retry(stop=stop_after_attempt(3))
def sweep() -> None:
    broom.sweep()
