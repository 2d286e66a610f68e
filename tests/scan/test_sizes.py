"""Files of hostile size or make: left out by limits that count bytes and steps, so the same on every machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from lockin_audit.scan.engine import scan
from lockin_audit.scan.languages import grammar
from lockin_audit.scan.reading import NotRead
from lockin_audit.scan.runtimes import load_runtimes

CALL = "from openai import OpenAI\nclient = OpenAI()\nthread = client.beta.threads.create()\n"


def reasons(root: Path) -> dict[str, str]:
    (root / "good.py").write_text(CALL)
    found = scan(root, load_runtimes(), jobs=1)
    assert {site.file for site in found.sites} == {"good.py"}
    return {skipped.file: skipped.reason for skipped in found.skipped}


@pytest.mark.parametrize(
    ("name", "unit", "size", "reason"),
    [
        ("main.tf", b'resource "aws_bedrockagent_agent" "x" {\n}\n', 50_000_000, "too large: 50.0 MB"),
        ("bundle.js", b"client.beta.threads.create();", 20_000_000, "too large: 20.0 MB"),
        ("app.js", b"client.beta.threads.create();", 1_000_000, "minified or generated"),
        ("line.py", b"client.beta.threads.create();", 1_000_000, "generated (a line of"),
        ("App.kt", b"client.beta().threads().create()\n", 600_000, "too large: 0.6 MB, and kotlin files are read up to 0.5 MB"),
        (
            "main.bicep",
            b"resource a 'Microsoft.CognitiveServices/accounts@2024-01-01' = {\n}\n",
            150_000,
            "bicep files are read up to 0.1 MB",
        ),
    ],
)
def test_a_file_beyond_a_limit_is_named_with_the_limit(tmp_path: Path, name: str, unit: bytes, size: int, reason: str) -> None:
    (tmp_path / name).write_bytes(unit * (size // len(unit)))
    assert reason in reasons(tmp_path)[name]


def test_ambiguous_source_is_given_up_after_a_counted_number_of_steps() -> None:
    with pytest.raises(NotRead, match="too ambiguous to be parsed"):
        grammar.parse("kotlin", b"@a(b) \n" * 4_000)


@pytest.mark.parametrize(
    "unit",
    [
        "a<b>(c) +\n",
        "a<b>(c) to\nval x = ",
        "a<b>(c) + // and\ndata class A +\n",
        "a<b>{\n    val c = 1\n    val d = 2\n} + ",
        "a < b + ",
        "by c<d>(e) ",
        '"${a<b>(c)}" + a<b>(c) + ',
    ],
)
def test_an_expression_in_which_every_sign_may_begin_type_arguments_is_not_parsed(unit: str) -> None:
    with pytest.raises(NotRead, match="too many `<` in one expression"):
        grammar.parse("kotlin", b"class A : B " + unit.encode() * 3_000)


def test_kotlin_full_of_type_arguments_is_parsed() -> None:
    member = """    override fun f(a: List<T>): Map<String, T>? {
        val kept: List<T> = a.filter { it.size < 3 && it.name != "(" } // a < b
        import_<T>(kept) to g<T>("${a.map<T> { it }}")
        return h<T>(kept).associateBy<String> { it.name }
    }
"""
    data = ("class A<T> : B<T>() {\n" + member * 800 + "}\n").encode()
    assert grammar.parse("kotlin", data).root_node.end_byte == len(data)


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("kotlin", "fun f(a: Int): List<String> { return client.beta().threads().create(x) }\n"),
        ("bicep", "resource a 'b@c' = {\n  name: 'x${d}'\n}\n"),
    ],
)
def test_sound_source_stays_far_below_that(language: str, unit: str) -> None:
    data = (unit * (200_000 // len(unit))).encode()
    assert grammar.parse(language, data).root_node.end_byte == len(data)


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("ruby", b"if x\n" * 35_000 + b"client.threads.create\n" + b"end\n" * 35_000),
        ("typescript", b"if (a) {}\nelse " * 35_000 + b"{ client.beta.threads.create() }"),
        ("python", b"x = (" + b"a +\n" * 70_000 + b"1)\n"),
    ],
)
def test_a_tree_too_deep_to_be_searched_is_said_to_be(language: str, source: bytes) -> None:
    with pytest.raises(NotRead, match="more than 60,000 levels of syntax"):
        grammar.parse(language, source)
