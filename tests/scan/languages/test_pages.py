"""Scripts of web pages and components are read as code, in their place."""

from __future__ import annotations

import pytest
from asking import THREADS, found, lines, rule
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.scan.languages.pages import script

CALLS = 'import OpenAI from "openai";\nconst client = new OpenAI();\nconst thread = await client.beta.threads.create();\n'


@pytest.mark.parametrize(
    ("path", "page", "line"),
    [
        ("chat.html", f'<html>\n<body>\n<script type="module">\n{CALLS}</script>\n</body>', 6),
        ("chat.html", f"<SCRIPT>\n{CALLS}</SCRIPT>", 4),
        ("Chat.vue", f'<template>\n  <p>{{{{ "</p>" }}}}</p>\n</template>\n\n<script setup lang="ts">\n{CALLS}</script>', 8),
        ("Chat.svelte", f'<script lang="ts" generics="T extends Array<string>">\n{CALLS}</script>\n<p>hello</p>', 4),
        ("page.astro", f"---\n{CALLS}---\n<p>hello</p>", 4),
        ("page.astro", f"---\nconst title: string = 'x';\n---\n<p>hello</p>\n<script>\n{CALLS}</script>", 8),
        ("chat.html", f"<!-- <script> -->\n<script>\n{CALLS}</script>", 5),
    ],
)
def test_a_script_is_read_in_its_place(path: str, page: str, line: int) -> None:
    assert found(page.encode(), THREADS, "html", path=path) == [(line, "high")]


@pytest.mark.parametrize(
    "page",
    [
        f"<pre>\n{CALLS}</pre>",
        f"<!--\n<script>\n{CALLS}</script>\n-->",
        f'<script type="text/template">\n{CALLS}</script>',
        f'<script type="application/json">\n{CALLS}</script>',
        f"<script>\n{CALLS}",
        f"<script>/*\n{CALLS}*/</script>",
        f"---\n{CALLS}---\n",
        CALLS,
    ],
)
def test_what_is_no_script_is_not_read(page: str) -> None:
    assert lines(page.encode(), THREADS, "html", path="chat.html") == []


def test_scripts_of_one_component_are_one_module() -> None:
    page = (
        '<script context="module" lang="ts">\nimport OpenAI from "openai";\nexport const client: OpenAI = new OpenAI();\n</script>\n'
        '<script lang="ts">\nasync function start(id: string) {\n  await client.beta.threads.create();\n}\n</script>'
    )
    assert lines(page.encode(), THREADS, "html", path="Chat.svelte") == [7]


def test_a_text_rule_holds_in_the_whole_page() -> None:
    widget = rule("text", pattern="df-messenger")
    page = "<df-messenger></df-messenger>\n<script>\nconst a = 'df-messenger';\n</script>"
    assert lines(page.encode(), widget, "html", path="chat.html") == [1, 3]


@given(st.lists(st.sampled_from(["<script>", "</script>", "<!--", "-->", '<script type="', "'", '"', ">", "\n", "a", "---\n", "é"])))
def test_lines_and_offsets_stay(parts: list[str]) -> None:
    data = "".join(parts).encode()
    for path in ("a.html", "a.astro"):
        _, text = script(path, data)
        assert len(text) == len(data) and text.count(b"\n") == data.count(b"\n")
        assert all(new in (old, 32) for new, old in zip(text, data, strict=True))
