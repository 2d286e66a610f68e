"""Modules whose clients share call paths with the runtimes we look for, and drop-in replacements of their clients.

Read off the SDKs named in the project's catalogue of look-alikes (checked 2026-11-21): Letta, Mistral, LangSmith and others expose
`agents.create`, `threads.create`, `conversations.create`, `messages.create` and the like.
"""

from __future__ import annotations

from collections.abc import Iterable

COMPETING = (
    *("anthropic", "@anthropic-ai/sdk", "openai", "mistralai", "@mistralai/mistralai", "letta_client", "@letta-ai/letta-client"),
    *("julep", "@julep/sdk", "dashscope", "agentstudio", "azure.ai.agents", "azure.ai.projects", "@azure/ai-agents"),
    *("@azure/ai-projects", "langgraph_sdk", "@langchain/langgraph-sdk", "langsmith", "elevenlabs", "xai_sdk", "twilio"),
    *("slack_sdk", "@slack/web-api", "intercom", "docker", "dockerode", "stripe", "retell", "clerk_backend_api", "livekit"),
    *("dask.distributed", "groq", "cohere", "together", "portkey_ai"),
)
"""A file that imports one of these, and none of a rule's own receivers, is taken to call that one."""

DROP_IN = {
    "langfuse.openai": "openai",
    "posthog.ai.openai": "openai",
    "@posthog/ai/openai": "openai",
    "posthog.ai.anthropic": "anthropic",
    "@posthog/ai/anthropic": "@anthropic-ai/sdk",
}
"""Modules that hand out the named SDK's own client with observation added."""


def canonical(module: str) -> str:
    """The SDK behind a drop-in module; any other module unchanged."""
    return DROP_IN.get(module, module)


def within(name: str, module: str) -> bool:
    """Whether a dotted or slashed name is this module or inside it: `temporalio.workflow` is within `temporalio`."""
    return name.startswith(module) and (len(name) == len(module) or name[len(module)] in "./(")


def competing(modules: Iterable[str]) -> set[str]:
    """The look-alike SDKs among imported modules."""
    found = list(modules)
    return {other for other in COMPETING if any(within(module, other) for module in found)}
