"""Lines and blanks that go on for ever take time with their length, not with its square."""

from __future__ import annotations

import time
from typing import Any

import pytest
from asking import rule

from lockin_audit.scan.languages import analyse
from lockin_audit.scan.languages.document import hits
from lockin_audit.scan.languages.facts import Spans
from lockin_audit.scan.model import RepositoryContext, SourceFile

RULES = [
    rule("symbol", module=["openai", "OpenAI"], name=["OpenAI", "Client"], use=["any", "call"], rule_id="a.b/symbol"),
    rule("key", path=["a.b"], value="x", rule_id="a.b/key"),
    rule("text", pattern=r"open\b.*\bconsole\b", files=["**/*"], rule_id="a.b/text"),
]
SHAPES: dict[str, tuple[str, bytes]] = {
    "blanks behind a name": ("python", b"from openai import OpenAI\n" + b"x = OpenAI" + b"\n" * 300_000 + b"1\n"),
    "brackets behind a name": ("python", b"from openai import OpenAI\n" + b"OpenAI[],\n" * 8_000),
    "blanks behind a type": ("csharp", b"using OpenAI;\nclass A { Client" + b"\n" * 300_000 + b"x; }\n"),
    "a table's name of blanks": ("toml", b"[" + b" " * 90_000 + b"\n" + b"[a\t" * 20_000),
    "an inline table of one word": ("toml", b"a.b = {" + b"c" * 90_000 + b"\n"),
    "a number without end": ("json", b"[" + b"-1" * 90_000 + b"]\n"),
    "quotes without end": ("json", b"[" + b'"\\' * 50_000 + b"]\n"),
    "a sentence without end": ("markdown", b"open it " * 6_000 + b"\n"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_no_pattern_takes_the_square_of_a_file(name: str) -> None:
    language, data = SHAPES[name]
    started = time.process_time()
    analyse(SourceFile("file", language, data, False), RULES, RepositoryContext())
    assert time.process_time() - started < 2


def found(text: str, pattern: str) -> list[int]:
    wanted: Any = rule("text", pattern=pattern, files=["**/*"])
    return [line for _, line in hits(text.encode(), "yaml", Spans(()), [(wanted, wanted.match[0])])]


@pytest.mark.parametrize("before", [0, 100, *range(3_986, 4_001), 7_700, 50_001])
def test_a_long_line_is_searched_to_its_end(before: int) -> None:
    assert found("a\n" + "é" * before + " open the console " + "é" * 5_000, r"\bopen\b.{0,99}\bconsole\b") == [2]
    assert found("a\n" + "é" * before + " open the console", r"\bconsole$") == [2]
    assert found("é" * before + " x consoles" + "é" * 5_000, r"\bconsole\b|console$|console(?!s)") == []
    assert found("é" * before + " x console", r"^\s*console") == []
    assert found("console" + "é" * before, r"^(?!\s*#)console") == [1]
