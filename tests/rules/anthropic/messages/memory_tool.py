"""The memory tool, described here and handed to the call in another module."""


def definition() -> dict:
    # evidence: anthropic.messages/tool-schema-handed
    return {"type": "memory_20250818", "name": "memory"}


def release() -> str:
    # ok: anthropic.messages/tool-schema-handed
    return "memory_2025"
