"""Depth is told without a parser, and never told too small for the YAML grammar."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.scan.nesting import blocks, brackets

JSON = st.recursive(
    st.one_of(st.integers(), st.just("a")), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.just("k"), inner), max_leaves=8
)


def depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    return 0


@given(JSON)
def test_brackets_are_at_least_as_deep_as_the_value(value: object) -> None:
    assert brackets(json.dumps(value).encode()) >= depth(value)


def test_brackets_of_a_long_file_are_counted_exactly() -> None:
    assert brackets(b"f(a[0]) " * 10_000) == 2
    assert brackets(b"1) 2) 3) " * 1_000 + b"((()))" * 200) == 3
    assert brackets(b"[" * 700 + b"]" * 700) == 700


def test_blocks_of_yaml() -> None:
    assert blocks(b"a:\n  b:\n    c: 1\n  d: 2\ne: 3\n") == 3
    assert blocks(b"- - - a\n") >= 3
    assert blocks(b"a:\r b:\r  c:\r") == 3
    assert blocks(b"x: a - b - c\n\n# - - - -\n") >= 1
    assert blocks("".join(" " * i + "a:\n" for i in range(300)).encode()) == 300
    assert blocks(b"- " * 400) >= 400
