"""A model of OpenAI named for a neutral gateway."""

from litellm import completion

# evidence: openai.chat/model-id, openai.chat/model-kept
MODEL = "gpt-4o-mini"
# ok: openai.chat/model-id
OTHER = "ollama/llama3"
answer = completion(model=MODEL, messages=[])
