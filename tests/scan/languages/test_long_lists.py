"""Vocabularies and embeddings in JSON files are passed over; what stands around them is read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from asking import found, rule
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.scan.languages.long_lists import LARGE, MANY, without_long_lists

MODEL = rule("key", path=["agent.model"], value="gpt-4o")
WORDS = {f"word {number}": number for number in range(5_000)}


@pytest.mark.parametrize(
    "bulk", [WORDS, [[index / 7 for index in range(9_000)]], [f"a{n} b" for n in range(9_000)]], ids=["words", "numbers", "pairs of words"]
)
@pytest.mark.parametrize("indent", [None, 2])
def test_what_stands_around_a_long_list_is_read(bulk: Any, indent: int | None) -> None:
    text = json.dumps({"vocabulary": bulk, "agent": {"model": "gpt-4o"}, "more": bulk}, indent=indent)
    line = 1 + text[: text.index("gpt-4o")].count("\n")
    assert len(text) > LARGE
    assert found(text, MODEL, "json") == [(line, "high")]
    assert len(without_long_lists(text.encode()).split()) < 60


def test_a_key_among_a_vocabulary_is_a_word() -> None:
    text = json.dumps({**WORDS, "agent.model": 7, **{f"{word}!": number for word, number in WORDS.items()}})
    assert found(text, rule("key", path=["agent.model"]), "json") == []


def test_lists_that_somebody_wrote_are_read() -> None:
    few = {f"step {number}": {"tries": number, "names": ["a", "b"]} for number in range(3_000)}
    text = json.dumps(few | {"agent": {"model": "gpt-4o"}}).encode()
    assert len(text) > LARGE
    assert without_long_lists(text) == text


@given(
    st.recursive(st.integers() | st.text(max_size=8) | st.floats(allow_nan=False), lambda inner: st.lists(inner, max_size=9), max_leaves=9)
)
def test_a_document_stays_one_of_the_same_length(value: Any) -> None:
    text = json.dumps({"head": value, "bulk": list(range(MANY * 40)), "tail": [value, *"ab" * MANY, value]}, indent=1).encode()
    left = without_long_lists(text)
    assert len(left) == len(text)
    assert left.count(b"\n") == text.count(b"\n")
    assert set(json.loads(left)) == {"head", "bulk", "tail"}
