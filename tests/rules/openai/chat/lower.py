"""Settings read from the environment, in lower case."""

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    openai_api_key: str = ""
    # evidence: openai.chat/model-setting, openai.chat/model-kept
    agent_model: str = "gpt-5.4"
    # ok: openai.chat/model-setting
    picture_model: str = "gpt-image-1"
