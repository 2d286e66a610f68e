"""How calls are tried again, said once for all."""

from tenacity import retry, stop_after_attempt


# evidence: neutral.retry/retry-module
def make_llm_retry_decorator(attempts: int = 3):
    # evidence: neutral.retry/retry-library
    return retry(stop=stop_after_attempt(attempts), reraise=True)


# evidence: neutral.retry/retry-module
async def retry_with_fallback_models(ask):
    return await ask()


# ok: neutral.retry/retry-module
def make_database_retry(attempts: int = 3):
    # evidence: neutral.retry/retry-library
    return retry(stop=stop_after_attempt(attempts), reraise=True)


# evidence: neutral.retry/retry-module, neutral.retry/retry-library
gemini_retry = retry(stop=stop_after_attempt(2))
# evidence: neutral.retry/retry-library
# ok: neutral.retry/retry-module
mail_retry = retry(stop=stop_after_attempt(2))
