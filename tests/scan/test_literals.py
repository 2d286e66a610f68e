"""The three prefilter engines give the same hits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.core.errors import DataError
from lockin_audit.scan.literals import ENGINES, LiteralIndex

LITERALS = st.lists(st.text(alphabet="abä.*\\(\n\x00", min_size=1, max_size=5), min_size=1, max_size=12)


@settings(max_examples=150)
@given(LITERALS, st.data())
def test_all_engines_agree_with_a_plain_search(literals: list[str], data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.one_of(st.sampled_from(literals), st.text(alphabet="abä.*\\(\n\x00 ", max_size=4)), max_size=12))
    text = "".join(pieces).encode()
    expected = frozenset(i for i, literal in enumerate(literals) if literal.encode() in text)
    for engine in ENGINES:
        assert LiteralIndex(literals, engine).hits(text) == expected, engine


@pytest.mark.parametrize("engine", ENGINES)
def test_overlapping_contained_and_repeated_literals_are_all_hit(engine: str) -> None:
    index = LiteralIndex(["threads", "beta.threads.create", "threads.create", "create", "read", "threads", "reads.x"], engine)
    assert index.hits(b"client.beta.threads.create()") == {0, 1, 2, 3, 4, 5}
    assert index.hits(b"THREADS beta.threads") == {0, 4, 5}
    assert index.hits(b"") == frozenset()
    assert index.hits(b"\xff\xfe\x00 nothing \xe4") == frozenset()
    assert index.hits(memoryview(b"xx reads.x").tobytes()) == {4, 6}


def test_an_index_without_literals_hits_nothing() -> None:
    assert LiteralIndex([]).hits(b"anything") == frozenset()


def test_an_empty_literal_is_refused() -> None:
    with pytest.raises(DataError, match="a literal is empty"):
        LiteralIndex(["a", ""])


def test_the_next_engine_is_used_where_one_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "hyperscan", None)
    assert LiteralIndex(["a"]).engine == "ahocorasick_rs"
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    assert LiteralIndex(["a"]).engine == "re"
    with pytest.raises(DataError, match="is not installed"):
        LiteralIndex(["a"], "hyperscan")
