"""Settings of a claims desk."""


class Settings(BaseSettings):
    # evidence: neutral.retry/attempts-field
    llm_max_retries: int = 3
    # evidence: neutral.retry/attempts-field
    max_retries: int = Field(default=2, ge=0)
    # ok: neutral.retry/attempts-field
    redis_max_retries: int = 3
