"""Nothing that stands in a repository may crash, hang or blow up an extractor."""

from __future__ import annotations

import random
import time

import pytest
from asking import rule
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lockin_audit.core.errors import DataError
from lockin_audit.core.runtime import Rule
from lockin_audit.scan.languages import SUPPORTED, analyse, exports, grammar
from lockin_audit.scan.model import Found, RepositoryContext, SourceFile
from lockin_audit.scan.nesting import MOST_BRACKETS

MODULES = ["openai", "anthropic", "temporalio"]
RULES: list[Rule] = [
    rule("call", path=["create", "boto3.client"], receiver=["openai"], argument="model", value="gpt", rule_id="a.b/call"),
    rule("call", path=["create"], without_arguments=["x"], rule_id="a.b/bare-call"),
    rule("symbol", module=MODULES, name=["OpenAI", "workflow.defn"], use=["any", "import"], rule_id="a.b/symbol"),
    rule("string", pattern=".*status.*", rule_id="a.b/string"),
    rule("attribute", path=["usage.active_seconds", "status"], rule_id="a.b/attribute"),
    rule("resource", type=["aws_x", "AWS::X::Y"], property="a.b", value="x", rule_id="a.b/resource"),
    rule("key", path=["a.b", "model", "x"], value="x", rule_id="a.b/key"),
    rule("text", pattern="openai", files=["**/*"], rule_id="a.b/text"),
    *(
        rule("construct", name=name, rule_id=f"a.b/{name.replace('_', '-')}")
        for name in ("retry_loop", "poll_loop", "state_table", "event_log")
    ),
]
LANGUAGES = sorted(SUPPORTED)
PIECES = [
    *("client", "OpenAI", "create", "model", "status", "self", "this", "await ", "new ", "return ", "yield ", "x"),
    *(
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "<",
        ">",
        ".",
        ",",
        ":",
        ";",
        "=",
        "==",
        "=>",
        "?.",
        "!",
        "**",
        "...",
        "*",
        "&a ",
        "*a",
        "@",
        "#",
        "//",
        "$",
        "${",
    ),
    *(
        "'",
        '"',
        '"""',
        "`",
        "f'",
        "\n",
        "\n  ",
        "\n    ",
        "\t",
        "\r\n",
        "\\",
        "\ufeff",
        "é",
        "\U0001f600",
        "\x00",
        "<<EOT\n",
        "EOT\n",
        "---\n",
        "- ",
        "|\n",
    ),
    *(
        "import ",
        "from openai import OpenAI\n",
        "import OpenAI from 'openai'\n",
        "require('openai')",
        "def f(x: OpenAI):",
        "class A(B):",
        "while ",
        "for x in y:",
    ),
    *(
        "try:",
        "except:",
        "sleep(1)",
        "if ",
        "else:",
        "switch",
        "function ",
        "() => ",
        'resource "aws_x" "y" {',
        "Type: AWS::X::Y\n",
        '{"cells": [',
        "%%bash\n",
    ),
]


def run(language: str, data: bytes) -> list[Found]:
    source = SourceFile("folder/file", language, data, False)
    exports(source)
    try:
        found = analyse(source, RULES, RepositoryContext())
    except DataError:
        assert language in ("notebook", "yaml")
        return []
    last = data.count(b"\n") + 1
    assert all(1 <= hit.line <= hit.end_line <= last for hit in found)
    assert [(hit.line, hit.rule.id) for hit in found] == sorted({(hit.line, hit.rule.id) for hit in found})
    return found


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(LANGUAGES), st.lists(st.sampled_from(PIECES), max_size=60))
def test_code_like_text_never_crashes(language: str, pieces: list[str]) -> None:
    run(language, "".join(pieces).encode("utf-8", "surrogatepass"))


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(LANGUAGES), st.binary(max_size=300))
def test_bytes_never_crash(language: str, data: bytes) -> None:
    run(language, data)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.booleans())
def test_notebooks_of_odd_cells_never_crash(pieces: list[str], listed: bool) -> None:
    import json

    text = "".join(pieces)
    cell = {"cell_type": "code", "source": text.splitlines(keepends=True) if listed else text}
    run("notebook", json.dumps({"cells": [cell, {**cell, "cell_type": "markdown"}]}, indent=1).encode())


DEPTH = 2_000
NESTED = {
    "brackets": b"x = " + b"[" * DEPTH,
    "closed brackets": b"x = " + b"[" * DEPTH + b"]" * DEPTH,
    "objects": b'{"a":' * DEPTH + b"1" + b"}" * DEPTH,
    "calls": b"create(" * DEPTH + b")" * DEPTH,
    "chain": b"client" + b".create()" * DEPTH,
    "attributes": b"client" + b".status" * DEPTH,
    "arguments": b"create(model=" * DEPTH + b")" * DEPTH,
    "functions": b"()=>" * DEPTH + b"create()",
    "blocks": b"a {" * DEPTH + b"}" * DEPTH,
    "loops": b"while(1){" * DEPTH + b"}" * DEPTH,
    "indented": b"".join(b" " * (depth % 500) + b"if x:\n" for depth in range(2_000)),
    "yaml": b"".join(b" " * depth + b"a:\n" for depth in range(1_500)),
    "flow": b"{a: " * DEPTH,
    "strings": b"f'{" * DEPTH,
    "templates": b"`${" * DEPTH,
    "alternatives": b"client = " + b"a or " * DEPTH + b"b\nclient.create()",
    "aliases": b"".join(b"x%d = x%d.a or x%d.b\n" % (i + 1, i, i) for i in range(300)) + b"x300.create()\n",
    "circle": b"a = b.x or c.x\nb = a.x or c.y\nc = a.y or b.y\n" * 50 + b"a.create()\n",
    "rebound": b"client = client.create()\n" * 3_000,
    "spread": b"p = {**p, **q}\nq = {**p, **q}\n" + b"x.create(**p, **q)\n" * 20,
    "factories": b"".join(b"def f%d(): return f%d() or f%d()\n" % (i, i + 1, i + 2) for i in range(200)) + b"f0().create()\n",
    "one line": b'x = "' + b"openai status " * 100_000 + b'"',
    "quotes": b'"' * 10_000,
    "newlines": b"\n" * 300_000,
}


@pytest.mark.parametrize("name", NESTED)
@pytest.mark.parametrize("language", ["python", "tsx", "csharp", "java", "go", "terraform", "yaml", "json"])
def test_hostile_shapes_end_soon(language: str, name: str) -> None:
    started = time.process_time()
    run(language, NESTED[name])
    assert time.process_time() - started < 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_far_more_levels_than_are_read(language: str) -> None:
    levels = 2 * MOST_BRACKETS if language in ("bicep", "kotlin") else 8 * MOST_BRACKETS  # these two grammars take their time
    for opening, closing in ((b"[", b"]"), (b'{"a":', b"}"), (b"(", b")")):
        run(language, opening * levels + b"1" + closing * levels)


@pytest.mark.parametrize("levels", [b"- " * 3_000 + b"x\n", b"".join(b" " * depth + b"a:\n" for depth in range(400))])
def test_yaml_too_deep_for_its_grammar_is_refused(levels: bytes) -> None:
    with pytest.raises(DataError, match="folder/file: nests deeper than 120 levels"):
        analyse(SourceFile("folder/file", "yaml", levels, False), RULES, RepositoryContext())
    shallow = b"a:\n" + b" " * 80 + b"b: x\n"
    assert run("yaml", shallow)


def test_shuffled_source_never_crashes() -> None:
    words = b"".join(NESTED[name][:200] for name in sorted(NESTED)).split(b" ")
    chance = random.Random(7)
    for language in LANGUAGES:
        for _ in range(5):
            chance.shuffle(words)
            run(language, b" ".join(words))


def test_a_parser_without_memory_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __init__(self, _: object) -> None: ...

        def parse(self, *_: object, **__: object) -> None:
            raise SystemError("<function enough at 0x7f00> returned a result with an exception set")

    monkeypatch.setattr("tree_sitter.Parser", Full)
    with pytest.raises(MemoryError):
        grammar.parse("kotlin", b"fun f() {}")
