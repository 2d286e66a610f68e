"""Packages whose name is a common word, and SDKs that hand out another SDK's objects."""

from __future__ import annotations

import asking
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.core.runtime import Rule
from lockin_audit.scan.languages import analyse
from lockin_audit.scan.languages.facts import Import
from lockin_audit.scan.languages.lookalikes import COMMON_WORDS, package, recognised
from lockin_audit.scan.model import RepositoryContext, SourceFile

LOCAL = frozenset(("agents/__init__.py", "chatkit/__init__.py"))


def imports(*pairs: tuple[str, str]) -> tuple[Import, ...]:
    return tuple(Import(module, name, name, 0, 1) for module, name in pairs)


def modules(*pairs: tuple[str, str]) -> list[str]:
    return [item.module for item in recognised(imports(*pairs))]


def rule(**more: object) -> Rule:
    base = {
        "id": "acme.agents/loop",
        "dimension": "orchestration",
        "ownership": "owned",
        "what": "W.",
        "why": "Y.",
        "literals": ("agents",),
    }
    match = [{"kind": "symbol", "module": ("agents", "openai_agents"), "name": ("Agent",), "use": ("call",)}]
    return Rule.model_validate(base | {"match": match} | more)


def lines(source: str, context: RepositoryContext, wanted: Rule) -> list[int]:
    return [hit.line for hit in analyse(SourceFile("app/desk.py", "python", source.encode(), False), [wanted], context)]


def test_a_telling_name_shows_that_the_package_is_meant() -> None:
    assert modules(("agents", "Agent"), ("agents", "function_tool")) == ["openai_agents", "openai_agents"]
    assert modules(("agents", "Agent"), ("agents.extensions.models.litellm_model", "LitellmModel")) == [
        "openai_agents",
        "openai_agents.extensions.models.litellm_model",
    ]
    assert modules(("chatkit.server", "x"), ("agents", "Agent")) == ["openai_chatkit.server", "agents"]


def test_a_common_name_alone_is_left_as_it_is() -> None:
    assert modules(("agents", "Agent"), ("app.agents", "function_tool"), ("livekit.agents", "function_tool")) == [
        "agents",
        "app.agents",
        "livekit.agents",
    ]


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=6))
def test_no_import_is_lost_or_reordered(pairs: list[tuple[str, str]]) -> None:
    before = imports(*pairs)
    after = recognised(before)
    assert [(item.name, item.alias, item.start) for item in after] == [(item.name, item.alias, item.start) for item in before]
    assert all(a.module == b.module or b.module.split(".")[0] in COMMON_WORDS for a, b in zip(after, before, strict=True))


@pytest.mark.parametrize(
    ("source", "dependencies", "found"),
    [
        ("from agents import Agent, function_tool\nx = Agent()\n", {}, [2]),
        ("from agents import Agent\nx = Agent()\n", {}, []),
        ("from agents import Agent\nx = Agent()\n", {"openai.agents_sdk": ("pyproject.toml",)}, [2]),
        ("from .agents import Agent\nx = Agent()\n", {"openai.agents_sdk": ("pyproject.toml",)}, []),
        ("from agents import Agent, function_tool\nx = Agent[Desk[int], str](name='a')\n", {}, [2]),
    ],
)
def test_a_folder_named_agents_is_told_from_the_package(source: str, dependencies: dict[str, tuple[str, ...]], found: list[int]) -> None:
    assert lines(source, RepositoryContext(dependencies=dependencies, local_modules=LOCAL), rule()) == found


def test_a_client_made_in_a_folder_named_agents_keeps_the_folder_local() -> None:
    context = RepositoryContext(
        dependencies={"openai.agents_sdk": ("pyproject.toml",)}, origins={"agents/clients.py:client": "openai.OpenAI"}, local_modules=LOCAL
    )
    assert lines("from agents import Agent\nx = Agent()\n", context, rule()) == []


def test_a_client_that_another_sdk_gives_is_the_vendors_own() -> None:
    source = """
from semantic_kernel.agents import AzureAIAgent
async with AzureAIAgent.create_client(credential=creds) as client:
    await client.agents.create_agent(model="m")
    await AzureAIAgent.other(creds).agents.create_agent(model="m")
"""
    wanted = asking.rule("call", path=["agents.create_agent"], receiver=["azure.ai.projects"], unresolved="low")
    assert asking.found(source, wanted) == [(3, "high")]


def test_a_rule_steps_aside_where_another_sdk_is_imported() -> None:
    wanted = rule(without_imports=("azure.ai.projects",))
    source = "from agents import Agent, function_tool\nx = Agent()\n"
    assert lines(source, RepositoryContext(), wanted) == [2]
    assert lines("from azure.ai.projects import AIProjectClient\n" + source, RepositoryContext(), wanted) == []


@pytest.mark.parametrize(
    ("specifier", "expected"),
    [
        ("openai", "openai"),
        ("./openai", "./openai"),
        ("@/lib/openai", "@/lib/openai"),
        ("node:fs", "node:fs"),
        ("npm:openai", "openai"),
        ("npm:openai@^4.26.0", "openai"),
        ("npm:/openai@4/resources/beta", "openai/resources/beta"),
        ("npm:@anthropic-ai/sdk@0.60.0", "@anthropic-ai/sdk"),
        ("jsr:@openai/openai@^5", "@openai/openai"),
        ("https://esm.sh/openai", "openai"),
        ("https://esm.sh/openai@4.26.0?target=deno", "openai"),
        ("https://esm.sh/v135/@langchain/langgraph-sdk@0.1.0/client", "@langchain/langgraph-sdk/client"),
        ("https://deno.land/x/openai@v4.24.0/mod.ts", "openai"),
        ("https://cdn.example.org/npm/@openai/agents@0.1.0/+esm", "@openai/agents"),
        ("https://example.org/own/openai.js", "https://example.org/own/openai.js"),
    ],
)
def test_a_package_imported_by_address_and_version_keeps_its_name(specifier: str, expected: str) -> None:
    assert package(specifier) == expected
