"""Texts as Markdown that nothing in them can break out of, and tables as GitHub writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from lockin_audit.core.text import visible
from lockin_audit.report.grid import Grid

_MARKS: Final = re.compile(r"([\\`*_\[\]|~$])")
_REFERENCE: Final = re.compile(r"@|#(?=\d)|\b[gG][hH](?=-\d)")
"""What GitHub makes a mention or a link to an issue of. It does so after the Markdown was read, so that neither a backslash nor an entity
keeps it from it (https://github.com/github/markup/issues/1168, https://github.com/openjdk/skara/pull/1548, read on 2026-11-21); an empty
comment behind the sign does."""
_LINE_START: Final = re.compile(r"^(\s*\d*)([-+#=.)])")
_BREAKS: Final = re.compile(r"\r\n|[\n\r]")


def escape(value: str, *, inside: bool = False, limit: int | None = None) -> str:
    """A text as Markdown that stays text: marks escaped, markup as entities, references broken up, one line, control characters
    spelled out.

    Args:
        value: the text; a line break in it becomes a space.
        inside: the text does not begin a line, so that it can begin no list or heading.
        limit: characters of the text, before it is escaped; a longer one ends in an ellipsis.
    """
    text = visible(_BREAKS.sub(" ", value), limit)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("://", "&colon;//")
    text = _REFERENCE.sub(r"\g<0><!-- -->", _MARKS.sub(r"\\\1", text)).replace("www.", "www&#46;")
    return text if inside else _LINE_START.sub(r"\1\\\2", text)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[int] = ()) -> str:
    """A table; heads and cells are Markdown already. `right` are the columns, from 0, that hold figures."""
    figures = set(right)
    lines = [f"| {' | '.join(head)} |", f"|{'|'.join(' ---: ' if i in figures else ' --- ' for i in range(len(head)))}|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def grid_section(grid: Grid) -> str:
    """A table of plain texts under its title as a heading."""
    right = [number for number, column in enumerate(grid.columns) if column.startswith(">")]
    heads = [escape(column.removeprefix(">"), inside=True) for column in grid.columns]
    rows = ([escape(cell, inside=True) for cell in row] for row in grid.rows)
    return f"## {escape(grid.title, inside=True)}\n\n{table(heads, rows, right=right)}"
