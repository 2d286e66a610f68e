"""Helpers that try again."""


# evidence: neutral.retry/retry-module
def retry(max_attempts: int = 3, delay: float = 1.0):
    return max_attempts * delay


# ok: neutral.retry/retry-module
def retrying(self) -> bool:
    return True
