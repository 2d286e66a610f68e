"""The prefilter drops a rule only where it cannot hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lockin_audit.core.runtime import Rule, Runtime, StringMatch
from lockin_audit.scan.lexical import Words
from lockin_audit.scan.necessary import Requirement, is_reversed, module_root
from lockin_audit.scan.prefilter import Prefilter
from lockin_audit.scan.runtimes import load_runtimes
from tests.scan.pack_builder import rule, runtime


def kept(match: dict[str, Any], data: bytes, *, path: str = "a.py", language: str = "python", **more: Any) -> bool:
    pack: Runtime = runtime("acme.agents", "managed_runtime", rule("acme.agents/x", ["acme"], match, **more))
    return held(Prefilter([pack]), data, path=path, language=language) == (0,)


def held(prefilter: Prefilter, data: bytes, *, path: str = "a.py", language: str = "python", absent: Sequence[str] = ()) -> tuple[int, ...]:
    """Numbers of the rules worth a look in a file."""
    return prefilter.holding(prefilter.rules(prefilter.index.hits(data), Words(data, language, path)), frozenset(absent))


CALL = {"kind": "call", "path": ("beta.threads.create", "runs.poll")}


@pytest.mark.parametrize(
    ("match", "data", "expected"),
    [
        (CALL, b"acme threads; create", True),
        (CALL, b"acme create", False),
        (CALL, b"acme runs poll", True),
        (CALL, b"acme threads", False),
        (CALL, b"create", False),
        (CALL | {"argument": "tools"}, b"acme create", False),
        (CALL | {"argument": "tools"}, b"acme threads.create tools", True),
        (CALL | {"with_arguments": ("a1", "b1")}, b"acme threads.create b1", True),
        (CALL | {"with_arguments": ("a1", "b1")}, b"acme create", False),
        (
            {"kind": "symbol", "module": ("acme.graph", "@acme/sdk/x"), "name": ("flow.Graph",)},
            b"import acme.graph as acme; acme.flow.Graph",
            True,
        ),
        ({"kind": "symbol", "module": ("acme.graph",), "name": ("flow.Graph",)}, b"from acme import graph; graph.flow.Graph", True),
        ({"kind": "symbol", "module": ("acme.graph",), "name": ("flow.Graph",)}, b"acme Graph", False),
        ({"kind": "symbol", "module": ("acme.graph",), "name": ("flow.Graph",)}, b"from acme.graph import SubGraph, flow", False),
        ({"kind": "string", "equals": ("one", "two")}, b"acme 'two'", True),
        ({"kind": "string", "equals": ("one", "two")}, b"acme two", False),
        ({"kind": "string", "equals": ("it's one",)}, b"acme 'it\\'s one'", True),
        ({"kind": "string", "equals": ("one", "two")}, b"acme", False),
        ({"kind": "string", "equals": ("a\nb",)}, b"acme", True),
        ({"kind": "string", "pattern": "(?i)desk_(state|log)"}, b"acme 'Desk_STATE'", True),
        ({"kind": "string", "pattern": "(?i)desk_(state|log)"}, b"acme 'Desk_turn'", False),
        ({"kind": "string", "equals": ("one",), "pattern": "x.*"}, b"acme xyz", True),
        ({"kind": "attribute", "path": ("usage.active_seconds",)}, b"acme active_seconds", True),
        ({"kind": "attribute", "path": ("usage.active_seconds",)}, b"acme usage", False),
        ({"kind": "string", "pattern": "gpt-[0-9.]+(?!.*embed)"}, b"acme 'gpt-4' embed", True),
        ({"kind": "string", "pattern": "gpt-[0-9.]+"}, b"acme gpt-4 'gpt-x'", False),
        ({"kind": "string", "pattern": "gpt-.*"}, b"acme gpt-4", True),
        ({"kind": "construct", "name": "retry_loop"}, b"acme", False),
        ({"kind": "construct", "name": "retry_loop"}, b"for acme: try", True),
        ({"kind": "construct", "name": "retry_loop", "calls": ("runs.create",)}, b"acme", False),
    ],
)
def test_a_match_needs_its_words(match: dict[str, Any], data: bytes, expected: bool) -> None:
    assert kept(match, data) is expected


@pytest.mark.parametrize(
    ("data", "language", "expected"),
    [
        (b'"@acme/other" Graph', "typescript", False),
        (b'"@acme/sdk" Graph', "typescript", True),
        (b"require('@acme/sdk/x').Graph", "javascript", True),
        (b"'@acme/sdkx' Graph", "javascript", False),
        (b"'@acme/sdk' SubGraphs", "javascript", False),
    ],
)
def test_a_package_stands_in_quotes(data: bytes, language: str, expected: bool) -> None:
    assert kept({"kind": "symbol", "module": ("@acme/sdk/x",), "name": ("Graph",)}, data, language=language) is expected


@pytest.mark.parametrize(
    ("kind", "language", "expected"),
    [
        ("call", "python", True),
        ("call", "notebook", True),
        ("call", "yaml", False),
        ("call", "markdown", False),
        ("key", "yaml", True),
        ("key", "dotenv", True),
        ("key", "python", False),
        ("text", "markdown", True),
        ("text", "csharp", True),
        ("text", "notebook", True),
        ("text", "python", False),
        ("construct", "sql", True),
    ],
)
def test_a_kind_of_match_needs_its_kind_of_file(kind: str, language: str, expected: bool) -> None:
    matches: dict[str, dict[str, Any]] = {
        "call": {"kind": "call", "path": ("x.go",)},
        "key": {"kind": "key", "path": ("x.go",)},
        "text": {"kind": "text", "pattern": "go"},
        "construct": {"kind": "construct", "name": "state_table"},
    }
    assert kept(matches[kind], b"acme create table x.go", language=language) is expected


def test_globs_and_imports_of_a_rule() -> None:
    text = {"kind": "text", "pattern": "go"}
    assert kept(text, b"acme", path="x/a.sql", language="sql", files=("**/*.sql",))
    assert kept(text, b"acme", path="a.py", language="python", files=("*.py",))
    assert not kept(text, b"acme", path="a.md", language="markdown", files=("**/*.sql",))
    assert kept(CALL, b"import acme\nthreads.create", imports=("acme.sdk",))
    assert not kept(CALL, b"acme threads.create", imports=("other.sdk",))


def test_a_rule_beside_agents_is_dropped_where_no_other_rule_could_hold() -> None:
    string = {"kind": "string", "equals": ("acme",)}
    vendor = runtime("acme.agents", "managed_runtime", rule("acme.agents/x", ["threads"], string))
    own = runtime("neutral.state", "neutral", rule("neutral.state/y", ["acme"], string, near="file"))
    prefilter = Prefilter([vendor, own])
    for data, expected in ((b"'acme'", ()), (b"'acme' threads", (0, 1))):
        assert held(prefilter, data) == expected


def shown(prefilter: Prefilter, data: bytes, language: str) -> set[str]:
    """The vendors' modules that a file shows."""
    return set(prefilter.shown(prefilter.index.hits(data), Words(data, language, "a.x"), prefilter.vendors))


@pytest.mark.parametrize(
    ("data", "language", "expected"),
    [
        (b"import acme.sdk", "python", {"acme.sdk"}),
        (b"from acme import sdk", "python", {"acme.sdk"}),
        (b"import acme.other", "python", set()),
        (b"acme.sdk", "python", set()),
        (b"import acme.sdk", "markdown", set()),
        (b'import { C } from "@acme/sdk/x"', "typescript", {"@acme/sdk"}),
        (b'client("acme-runtime")', "python", {"boto3:acme-runtime"}),
        (b"using Acme.Agents;", "csharp", {"Acme.Agents"}),
        (b"new Acme.Agents.Client()", "csharp", {"Acme.Agents"}),
        (b"Acme.Agents", "python", set()),
        (b"acme sdk", "csharp", set()),
    ],
)
def test_a_vendor_is_shown_by_imports_and_names_of_services(data: bytes, language: str, expected: set[str]) -> None:
    receivers = ("acme.sdk", "@acme/sdk", "boto3:acme-runtime", "Acme.Agents")
    match = {"kind": "call", "path": ("x.go",), "receiver": receivers, "unresolved": "low"}
    assert shown(Prefilter([runtime("acme.agents", "managed_runtime", rule("acme.agents/x", ["zzz"], match))]), data, language) == expected


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        ({"receiver": ("acme.sdk",), "unresolved": "low"}, False),
        ({"receiver": ("acme.sdk",), "unresolved": "never"}, False),
        ({"receiver": ("acme.sdk", "acme.other"), "unresolved": "low"}, True),
        ({"receiver": ("acme.sdk",), "unresolved": "medium"}, True),
        ({"receiver": ("acme.sdk",), "unresolved": "high"}, True),
        ({}, True),
    ],
)
def test_an_unsure_call_says_nothing_where_nobody_imports_its_vendor(match: dict[str, Any], expected: bool) -> None:
    pack = runtime("acme.agents", "managed_runtime", rule("acme.agents/x", ["go"], {"kind": "call", "path": ("x.go",), **match}))
    prefilter = Prefilter([pack])
    assert held(prefilter, b"x.go()") == (0,)
    assert (held(prefilter, b"x.go()", absent=["acme.sdk"]) == (0,)) is expected
    assert prefilter.named(["acme.agents"]) >= {name for name in match.get("receiver", ()) if not expected}


def test_another_alternative_of_a_rule_still_holds_without_its_vendor() -> None:
    call = {"kind": "call", "path": ("x.go",), "receiver": ("acme.sdk",), "unresolved": "low"}
    string = {"kind": "string", "equals": ("acme-store",)}
    prefilter = Prefilter([runtime("acme.agents", "managed_runtime", rule("acme.agents/x", ["go", "acme-"], call, string))])
    assert held(prefilter, b"x.go()", absent=["acme.sdk"]) == ()
    assert held(prefilter, b"x.go('acme-store')", absent=["acme.sdk"]) == (0,)


@pytest.mark.parametrize(
    ("pattern", "data", "expected"),
    [
        (r".*/accounts/[^/]+/connections/.+", b"go accounts", False),
        (r".*/accounts/[^/]+/connections/.+", b"go /accounts/1' '/connections/2", True),
        (r"one|two.*|(three)?four", b"go fo ur", False),
        (r"one|two.*|(three)?four", b"go twofold", True),
        (r"(abc|def)|ghi", b"go", False),
        (r"(abc|def)|ghi", b"go defx", True),
        (r"x(abc|d)", b"go", True),
        (r"x(abc|def)?", b"go", True),
        (r"x(abc|(?:de(fgh|ijk))+)", b"go abcx", True),
        (r"x(abc|(?:de(fgh|ijk))+)", b"go dex", False),
        (r"x(?!abc)(?=def)[(]z", b"go", True),
        (r"chats?[xyz]|\|abcd", b"go chat", True),
        (r"(?i)abc", b"go ABC", True),
        (r"(?sx)abc # a word", b"go abc", True),
        (r"a\x62cd|\u0061bcd", b"go abcd", True),
        (r"abc{def", b"go abc{def", True),
        (r"abc{2}d", b"go abcc", True),
        (r"[|)]abc", b"go abx", False),
    ],
)
def test_a_pattern_needs_the_words_outside_its_brackets(pattern: str, data: bytes, expected: bool) -> None:
    pack = runtime("acme.agents", "managed_runtime", rule("acme.agents/x", ["go"], {"kind": "string", "pattern": pattern}))
    assert (held(Prefilter([pack]), data, path="a.yaml", language="yaml") == (0,)) is expected


def test_clients_and_packages_are_noticed() -> None:
    match = {"kind": "call", "path": ("x",), "receiver": ("boto3:acme-runtime", "@acme/sdk")}
    prefilter = Prefilter(
        [runtime("acme.agents", "managed_runtime", rule("acme.agents/x", ["zzz"], match), pypi=("Acme_Agents",), npm=("@acme/a",))]
    )

    def makes(data: bytes, language: str = "python") -> bool:
        return prefilter.makes_clients(prefilter.index.hits(data), Words(data, language, "a.py"))

    assert makes(b"boto3.client('acme-runtime')")
    assert not makes(b"boto3.client('s3')")
    assert makes(b"import { Acme } from '@acme/sdk/client'", "typescript")
    assert not makes(b"const scope = '@acme/sdk-tools'", "typescript")
    assert prefilter.packages_named(prefilter.index.hits(b"acme_agents==1")) == {("pypi", "acme-agents")}
    assert prefilter.packages == {("pypi", "acme-agents"): ("acme.agents",), ("npm", "@acme/a"): ("acme.agents",)}


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("csharp", b"using Azure.AI.Agents.Persistent;", True),
        ("csharp", b"using Azure.AI.Translation;", False),
        ("java", b"import com.anthropic.client.AnthropicClient;", True),
        ("java", b"import com.google.common.collect.Maps; // openai, ai, aws", False),
        ("go", b'import "github.com/openai/openai-go"', True),
        ("ruby", b"Aws::BedrockAgentRuntime::Client.new", True),
        ("ruby", b"Aws::S3::Client.new", False),
        ("php", b"use Aws\\BedrockAgentRuntime\\BedrockAgentRuntimeClient;", True),
        ("php", b"namespace App\\Domains;", False),
    ],
)
def test_a_client_of_a_typed_language_is_told_by_its_namespace(language: str, source: bytes, expected: bool) -> None:
    prefilter = Prefilter(load_runtimes())
    assert prefilter.makes_clients(prefilter.index.hits(source), Words(source, language, "a")) is expected


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        ("evaluations.create", b"go evaluations create", True),
        ("evaluations.create", b"go create", False),
        ("beta.threads.create", b"go threads; create", True),
        ("boto3.client", b"go session.client", True),
        ("beta().threads().create", b"go threads create", True),
        ("beta().threads().create", b"go threadsx create", False),
        ("@acme/sdk.Agent", b"go Agent", True),
    ],
)
def test_a_call_needs_the_last_two_names_of_its_path(path: str, data: bytes, expected: bool) -> None:
    pack = runtime("acme.agents", "managed_runtime", rule("acme.agents/x", ["go"], {"kind": "call", "path": (path,)}))
    assert (held(Prefilter([pack]), data) == (0,)) is expected


@pytest.mark.parametrize(("data", "expected"), [(b"go\nOpen the Portal", True), (b"go\nopen", False)])
def test_a_line_of_text_needs_its_words_in_letters_of_any_size(data: bytes, expected: bool) -> None:
    text = {"kind": "text", "pattern": r"\bopen\s+the\s+(portal|console)\b"}
    pack = runtime("acme.agents", "managed_runtime", rule("acme.agents/x", ["go"], text))
    assert (held(Prefilter([pack]), data, path="a.md", language="markdown") == (0,)) is expected


PATTERNS = sorted(
    {match.pattern for pack in load_runtimes() for rule in pack.rules for match in rule.match if isinstance(match, StringMatch)}
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.data())
def test_no_text_that_a_shipped_pattern_matches_is_dropped(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from([pattern for pattern in PATTERNS if pattern and "(?!" not in pattern]))
    text = data.draw(st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True))
    pack = runtime("acme.agents", "managed_runtime", rule("acme.agents/x", ["go"], {"kind": "string", "pattern": pattern}))
    assert held(Prefilter([pack]), b"go " + text.encode(), path="a.yaml", language="yaml") == (0,)


@pytest.mark.parametrize(
    ("module", "root", "reversed_"),
    [
        ("com.openai.client", "com.openai", True),
        ("br.com.acme.sdk", "br.com", True),
        ("azure.ai.agents", "azure", False),
        ("os.path", "os", False),
    ],
)
def test_packages_of_java_are_told_by_their_domain_also_that_of_a_country(module: str, root: str, reversed_: bool) -> None:
    assert (is_reversed(module), module_root(module)) == (reversed_, root)


def test_a_file_awaits_the_vendor_that_only_another_file_may_import() -> None:
    traced = {"kind": "call", "path": ("go",), "receiver": ("acme.sdk",), "unresolved": "low"}
    pack = runtime("acme.agents", "managed_runtime", rule("acme.agents/x", ["go("], traced))
    plain = runtime("acme.other", "managed_runtime", rule("acme.other/y", ["went"], {"kind": "string", "equals": ("went",)}))
    prefilter = Prefilter([pack, plain])

    def awaited(data: bytes, absent: frozenset[str]) -> frozenset[str] | None:
        return prefilter.stands_alone(prefilter.index.hits(data), Words(data, "python", "a.py"), absent)

    assert awaited(b"x.go()", frozenset(("acme.sdk",))) == {"acme.sdk"}
    assert awaited(b"x.go()", frozenset()) == frozenset()
    assert awaited(b"x.go()\n'went'", frozenset(("acme.sdk",))) == frozenset()
    assert awaited(b"'gone'", frozenset(("acme.sdk",))) is None


@pytest.mark.parametrize(
    ("source", "language", "expected"),
    [
        (b'val id = "$region.anthropic.claude"', "kotlin", True),
        (b"id = f'{region}.anthropic.claude'", "python", True),
        (b"const id = `${a['b']}.anthropic.claude`", "typescript", True),
        (b'id = "eu.anthropic.claude-\xc3\xa9"', "python", True),
        (b'id = "anthropic.claude"', "python", True),
        (b'id = "company.anthropic.claude"', "python", False),
        (b"anthropic.claude", "python", False),
    ],
)
def test_a_string_with_a_substituted_part_is_asked_for_between_quotes(source: bytes, language: str, expected: bool) -> None:
    pattern = r"((eu|\{\}|\$\{\w+\})\.)?anthropic\.[\w.-]{3,}"
    wanted = Requirement(Rule.model_validate(rule("acme.models/id", ["anthropic"], {"kind": "string", "pattern": pattern})))
    assert bool(wanted.met(Words(source, language, "a.x"))) is expected
