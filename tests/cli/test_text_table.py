"""Tables of the terminal: aligned, within the width, and nothing lost."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.cli.text_table import text_table


def test_columns_are_as_wide_as_they_need_and_figures_align_at_the_right() -> None:
    assert text_table("Prices", ("product", ">price"), [("sessions", "0.08"), ("searches", "10")], 80).split("\n") == [
        "Prices",
        "product    price",
        "────────────────",
        "sessions    0.08",
        "searches      10",
    ]


def test_the_widest_column_is_narrowed_and_its_cells_are_folded_at_words() -> None:
    assert text_table("", ("id", "what"), [("a", "the vendor retries three times"), ("b", "https://example.com/page")], 20).split("\n") == [
        "id   what",
        "────────────────────",
        "a    the vendor",
        "     retries three",
        "     times",
        "b    https://example",
        "     .com/page",
    ]


def test_a_line_break_in_a_cell_or_a_title_stays_one() -> None:
    assert text_table("\nTwo", ("a",), [("x\ny",)], 80).split("\n") == ["", "Two", "a", "─", "x", "y"]


def test_what_would_steer_a_terminal_is_spelled_out() -> None:
    assert "\\x1b[31m" in text_table("t", ("a",), [("\x1b[31mred",)], 80)


def test_a_character_of_double_width_counts_twice() -> None:
    assert text_table("", ("a", "b"), [("日本", "x"), ("abcd", "y")], 80).split("\n")[2:] == ["日本   x", "abcd   y"]


_CELL = st.text(alphabet=st.sampled_from("ab é.日 "), max_size=30).map(lambda text: " ".join(text.split()))


@given(st.lists(st.tuples(_CELL, _CELL, _CELL), min_size=1, max_size=6), st.integers(min_value=15, max_value=60))
def test_no_line_is_longer_than_the_width_and_no_character_is_lost(rows: list[tuple[str, str, str]], width: int) -> None:
    lines = text_table("", ("one", "two", ">three"), rows, width).split("\n")
    assert all(len(line) + line.count("日") <= width for line in lines)
    given = "".join(cell for row in (("one", "two", "three"), *rows) for cell in row)
    assert Counter("".join(lines)) - Counter("─" * width + " " * 9_999) == Counter(given.replace(" ", ""))
