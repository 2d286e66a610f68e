"""A table of plain texts, as the terminal and Markdown show it."""

from __future__ import annotations

from typing import NamedTuple


class Grid(NamedTuple):
    """One table; a column whose name begins with `>` holds figures and aligns right."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
