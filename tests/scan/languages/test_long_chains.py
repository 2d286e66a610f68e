"""Long chains of calls: each step is read once, and what is known of a chain's start changes nothing of what is found."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lockin_audit.scan.languages import expression
from lockin_audit.scan.languages.csharp import CSharpCode
from lockin_audit.scan.languages.golang import GoCode
from lockin_audit.scan.languages.java import JavaCode
from lockin_audit.scan.languages.javascript import JavaScriptCode
from lockin_audit.scan.languages.kotlin import KotlinCode
from lockin_audit.scan.languages.php import PhpCode
from lockin_audit.scan.languages.python import PythonCode
from lockin_audit.scan.languages.ruby import RubyCode

CODES = {
    "python": (PythonCode, "{}\n"),
    "javascript": (JavaScriptCode, "{};\n"),
    "csharp": (CSharpCode, "{};\n"),
    "java": (JavaCode, "class A {{ void f() {{ {}; }} }}\n"),
    "kotlin": (KotlinCode, "fun f() {{ {} }}\n"),
    "go": (GoCode, "package a\nfunc f() {{ {} }}\n"),
    "ruby": (RubyCode, "{}\n"),
    "php": (PhpCode, "<?php {};\n"),
}
STARTS = ["x", "f()", "f().g()", "x.client", "(x)"]
STEPS = [".a()", ".b", "[0]", "['c']", ".client('s')", ".d(x.e().f())"]


def code(language: str, text: str):  # type: ignore[no-untyped-def]
    made, frame = CODES[language]
    if language == "php":
        text = "$" + text.replace(".", "->")
    return made(language, frame.format(text).encode(), lambda module, name: None)


@pytest.mark.parametrize("language", CODES)
def test_each_step_of_a_long_chain_is_read_once(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    def word(node: Any) -> str:
        nonlocal read
        read += 1
        return plain(node)

    plain = expression.word
    monkeypatch.setattr(expression, "word", word)
    calls = list(code(language, "x" + ".a()" * 1_000).facts().calls)
    assert len(calls) >= 1_000
    assert read < 5_000, "once or twice for each of a thousand calls, not once for each of the forty steps before it"


@settings(max_examples=60)
@example("java", "x", [".a()"] * 30)
@example("java", "x", [*[".a()"] * 20, ".b", *[".a()"] * 9])
@given(
    st.sampled_from(sorted(CODES)),
    st.sampled_from(["x", "f()", "f().g()", "x.client", "(x)"]),
    st.lists(st.sampled_from(STEPS), max_size=60),
)
def test_what_is_known_of_a_chain_changes_nothing(language: str, start: str, steps: list[str]) -> None:
    made = code(language, start + "".join(steps))
    known: dict[int, tuple[str, ...]] = {}
    for node in reversed(made.found.get("call", ())):
        for inner in (node, node.child_by_field_name("function")):
            assert expression.chain(inner, made.syntax, known) == expression.chain(inner, made.syntax)
