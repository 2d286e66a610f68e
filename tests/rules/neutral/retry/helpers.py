"""Helpers that try again."""


# evidence: neutral.retry/retry-module
def retry(max_attempts: int = 3, delay: float = 1.0):
    return max_attempts * delay


# ok: neutral.retry/retry-module
def retrying(self) -> bool:
    return True


# evidence: neutral.retry/retry-helper
@retry(
    max_attempts=3,
)
def judged(self, text: str) -> str:
    """Asks the model."""
    return self._llm.complete(text)


# ok: neutral.retry/retry-helper
@retry(max_attempts=3)
def fetched(url: str) -> str:
    return web.get(url)


def after() -> str:
    return desk.llm.complete("")


# evidence: neutral.retry/retry-module
def _run_supervisor_with_retry(claim: str) -> str:
    return desk.run(claim)


# ok: neutral.retry/retry-module
def _load_page_with_retry(claim: str) -> str:
    return web.load(claim)
