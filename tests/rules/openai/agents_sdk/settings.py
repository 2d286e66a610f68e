"""Settings beside the agents, in a file that imports nothing of the SDK."""

# evidence: openai.agents_sdk/model-setting
MODEL = "gpt-5-mini"
# ok: openai.agents_sdk/model-setting, openai.agents_sdk/model-id
VOICE = "gpt-4o-mini-tts"
