"""Settings of the graph."""

from dataclasses import dataclass, field


@dataclass(kw_only=True)
class Context:
    model: str = field(
        # evidence: langchain.langgraph/model-named-beside
        default="anthropic/claude-sonnet-4-5-20250929",
    )
    # evidence: langchain.langgraph/model-named-beside
    small_model: str = "openai/gpt-4o-mini"
    # ok: langchain.langgraph/model-named-beside
    open_model: str = "openai/gpt-oss-120b"
