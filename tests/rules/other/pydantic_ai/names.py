"""Models are named here and handed to agents built elsewhere."""

from desk.agents import build

# evidence: other.pydantic_ai/model-id-beside
writer = build(name="writer", model_name="openai:gpt-4o-mini")
# evidence: other.pydantic_ai/model-id-beside
reader = build(name="reader", model_name="anthropic:claude-sonnet-4-5")
# ok: other.pydantic_ai/model-id-beside
keyed = build(name="reader", model_name="openai:key")
