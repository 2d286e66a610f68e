"""What the story is made of. Every text is plain: a renderer escapes it for its format and nothing in it is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

WEB_ADDRESS: Final = re.compile(r"https?://[^\s<>()\[\]\"'`|\\]+\Z")
"""What may become a link: a plain web address without a character that a format could take for its end."""


@dataclass(frozen=True)
class Span:
    """A piece of a line."""

    text: str
    kind: Literal["plain", "strong", "flag", "emphasis", "code", "link"] = "plain"
    """`flag` warns: a figure or statement nobody has confirmed."""
    url: str = ""
    """Where a link leads; a renderer prints the text alone when it is no web address."""


Words = tuple[Span, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title of the report."""

    level: int
    words: Words


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    words: Words
    kind: Literal["body", "subject", "lead", "notice", "key"] = "body"
    """`subject` says what the report is about, `lead` carries the finding, `notice` warns, `key` explains signs of a table."""


@dataclass(frozen=True)
class Listing:
    """A list, numbered or with points."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """A table; the first cell of a row names the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    right: frozenset[int] = frozenset()
    """Columns, from 0, that hold figures."""
    widths: tuple[float, ...] = ()
    """Relative widths of the columns where a page is narrow; empty: equal."""
    kind: Literal["plain", "heat"] = "plain"
    """`heat`: cells begin with P, M or O, and are coloured where colours can be."""
    wide: bool = False
    """Too wide for an upright page."""
    repeats: str = ""
    """Id of the chart that shows the same rows, for formats that keep a chart's figures beside it."""


@dataclass(frozen=True)
class Picture:
    """A chart, by its id."""

    chart: str


Block = Heading | Paragraph | Listing | Table | Picture


def words(*parts: str | Span) -> Words:
    """Texts and spans as one line; empty texts fall away."""
    return tuple(p for p in (Span(p) if isinstance(p, str) else p for p in parts) if p.text)


def strong(text: str) -> Span:
    """A text that stands out."""
    return Span(text, "strong")


def flag(text: str) -> Span:
    """A word of warning beside a figure or a statement."""
    return Span(text, "flag")


def code(text: str) -> Span:
    """A path, an id or a line of source."""
    return Span(text, "code")


def link(url: str, label: str = "") -> Span:
    """A source: its label, leading to the address."""
    return Span(label or url, "link", url)


def listing(items: Iterable[str], *, numbered: bool = False) -> Listing:
    """A list of plain texts."""
    return Listing(tuple(words(i) for i in items), numbered)


def table(
    caption: str,
    head: Sequence[str],
    rows: Iterable[Sequence[str | Span | Words]],
    *,
    right: Iterable[int] = (),
    widths: Sequence[float] = (),
    kind: Literal["plain", "heat"] = "plain",
    wide: bool = False,
    repeats: str = "",
) -> Table:
    """A table of texts, spans and lines."""
    cells = tuple(tuple(c if isinstance(c, tuple) else words(c) for c in row) for row in rows)
    return Table(caption, tuple(head), cells, frozenset(right), tuple(widths), kind, wide, repeats)
