"""Settings of a program that asks OpenAI's models."""

import os

# evidence: openai.chat/model-default, openai.chat/model-id, openai.chat/model-setting, openai.chat/model-kept
MODEL = os.getenv("OPENAI_MODEL", "gpt-4o-mini")
# ok: openai.chat/model-default
VOICE = os.getenv("OPENAI_VOICE_MODEL", "gpt-4o-mini-tts")
# ok: openai.chat/model-default
OTHER = os.getenv("OPENAI_MODEL")
