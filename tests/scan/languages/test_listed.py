"""Objects that stand under names in a list handed to a call."""

from __future__ import annotations

import pytest
from asking import lines, rule

HOSTED = rule("call", path=["responses.create"], argument="tools", value="web_search")


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("typescript", 'const search = { type: "web_search" as const } as Tool;\nclient.responses.create({ tools: [other, search] });\n'),
        ("typescript", 'const search = { type: "web_search" };\nconst all = [search];\nclient.responses.create({ tools: all });\n'),
        ("javascript", 'const search = { type: "web_search" };\nclient.responses.create({ model, tools: [search] });\n'),
        ("python", 'search = {"type": "web_search"}\nclient.responses.create(tools=[other, search])\n'),
        ("python", 'search = {"type": "web_search"}\nevery = [search]\nclient.responses.create(tools=every)\n'),
    ],
)
def test_an_object_named_in_a_list_is_read_where_it_is_written(language: str, source: str) -> None:
    assert lines(source, HOSTED, language) == [source.count("\n")]


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("typescript", 'const search = { type: "function" };\nclient.responses.create({ tools: [search] });\n'),
        ("typescript", 'const search = make("web_search");\nclient.responses.create({ tools: [search] });\n'),
        ("typescript", 'const search = { type: "web_search" };\nclient.responses.create({ tools: [], metadata: [search] });\n'),
        ("python", 'search = "web_search"\nclient.responses.create(tools=[search])\n'),
        ("python", 'client.responses.create(tools=[search])\ndef later():\n    search = {"type": "web_search"}\n'),
    ],
)
def test_what_is_no_object_of_the_list_is_not_read(language: str, source: str) -> None:
    assert lines(source, HOSTED, language) == []


def test_a_very_long_list_is_read_at_its_beginning_only() -> None:
    search = 'const search = { type: "web_search" };\n'
    assert lines(search + f"client.responses.create({{ tools: [{'other, ' * 5}search] }});\n", HOSTED, "typescript") == [2]
    assert lines(search + f"client.responses.create({{ tools: [{'other, ' * 500}search] }});\n", HOSTED, "typescript") == []
