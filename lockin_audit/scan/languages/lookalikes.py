"""Modules whose clients share call paths with the runtimes we look for, and drop-in replacements of their clients.

Read off the SDKs named in the project's catalogue of look-alikes (checked 2026-11-21): Letta, Mistral, LangSmith and others expose
`agents.create`, `threads.create`, `conversations.create`, `messages.create` and the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lockin_audit.scan.languages.facts import Import

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

_KERNEL = "semantic_kernel"
_MADE_BY_KERNEL = {
    "AzureAIAgent.create_client": "azure.ai.projects.aio.AIProjectClient",
    "AzureAssistantAgent.create_client": "openai.AsyncAzureOpenAI",
    "AzureResponsesAgent.create_client": "openai.AsyncAzureOpenAI",
    "OpenAIAssistantAgent.create_client": "openai.AsyncOpenAI",
    "OpenAIResponsesAgent.create_client": "openai.AsyncOpenAI",
}
"""Class methods of Semantic Kernel's agents and the vendor's client they give. Read off `python/semantic_kernel/agents` of
https://github.com/microsoft/semantic-kernel (checked 2026-11-21)."""


def maker(name: str) -> str:
    """The class of the vendor's own client that a qualified function of another SDK gives; any other name unchanged."""
    return _MADE_BY_KERNEL.get(".".join(name.split(".")[-2:]), name) if name.startswith(_KERNEL) else name


_AGENTS_NAMES = """
    Runner function_tool RunContextWrapper GuardrailFunctionOutput TResponseInputItem input_guardrail output_guardrail RunConfig
    ModelSettings SQLiteSession OpenAIConversationsSession WebSearchTool FileSearchTool HostedMCPTool CodeInterpreterTool ItemHelpers
    MaxTurnsExceeded set_tracing_disabled set_default_openai_client set_default_openai_key set_default_openai_api add_trace_processor
    set_trace_processors InputGuardrailTripwireTriggered RunState ToolCallOutputItem MessageOutputItem HandoffOutputItem
    OpenAIChatCompletionsModel AgentOutputSchema RunHooks AgentHooks enable_verbose_stdout_logging
"""
_AGENTS_PARTS = "extensions tracing run_context model_settings stream_events guardrail lifecycle voice realtime"
COMMON_WORDS = {
    "agents": ("openai_agents", frozenset(_AGENTS_NAMES.split()), frozenset(_AGENTS_PARTS.split())),
    "chatkit": (
        "openai_chatkit",
        frozenset(("ChatKitServer", "StreamingResult", "ThreadMetadata", "stream_agent_response", "simple_to_agent_input")),
        frozenset(("server", "store", "types", "widgets", "agents", "actions")),
    ),
}
"""Packages named by a word that repositories also use for folders of their own (`agents`, `chatkit`): the name they get here, and the
imported names and submodules that show in a file that the package is meant. Read off openai-agents 0.24.0 and openai-chatkit."""

PACKAGE_OF_WORD = {"agents": "openai.agents_sdk", "chatkit": "openai.agentkit"}
"""Runtime whose package such a word means where a manifest names the package and no client is made in a folder of that name."""


def recognised(imports: Sequence[Import]) -> tuple[Import, ...]:
    """The imports of a file, a package with a common word for its name renamed where the file shows that the package is meant."""
    names: dict[str, str] = {}
    for item in imports:
        root, _, rest = item.module.partition(".")
        if root in COMMON_WORDS:
            name, telling, parts = COMMON_WORDS[root]
            if item.name in telling or rest.split(".")[0] in parts or (not rest and item.name in parts):
                names[root] = name
    if not names:
        return tuple(imports)
    found = []
    for item in imports:
        root, dot, rest = item.module.partition(".")
        found.append(replace(item, module=names[root] + dot + rest) if root in names else item)
    return tuple(found)


def canonical(module: str) -> str:
    """The SDK behind a drop-in module; any other module unchanged."""
    return DROP_IN.get(module, module)


_ADDRESSED = re.compile(
    r"""(?: npm:/? | jsr:/? | https?://esm\.sh/(?:v\d+/)? (?:npm:|jsr:)? | https?://[^/@]+/ (?:[\w.-]+/)*? (?= (?:@[\w.-]+/)? [\w.-]+@ ) )
        (?P<name> @[\w.-]+/[\w.-]+ | [\w.-]+ ) (?: @[^/?#]* )? (?P<part> /[^?#]* )?""",
    re.VERBOSE,
)
_FILE_WITHIN = re.compile(r"/(?:mod|index)\.[mc]?[jt]s$|/\+esm$|\.[mc]?[jt]s$")


def package(specifier: str) -> str:
    """The package that a module of JavaScript imports by address and version, as Deno and browsers do; any other specifier unchanged.

    `npm:openai@4/resources` gives `openai/resources`, `https://esm.sh/openai@4.26.0?target=deno` gives `openai`.
    """
    match = _ADDRESSED.match(specifier)
    return specifier if match is None else match["name"] + _FILE_WITHIN.sub("", match["part"] or "").rstrip("/")


def within(name: str, module: str) -> bool:
    """Whether a dotted or slashed name is this module or inside it: `temporalio.workflow` is within `temporalio`."""
    return name.startswith(module) and (len(name) == len(module) or name[len(module)] in "./(")


def competing(modules: Iterable[str]) -> set[str]:
    """The look-alike SDKs among imported modules."""
    found = list(modules)
    return {other for other in COMPETING if any(within(module, other) for module in found)}
