"""The look that document and slides share, and texts made fit for them."""

from __future__ import annotations

from typing import Final

from lockin_audit.core.text import visible
from lockin_audit.report.charts.palette import LIGHT
from lockin_audit.report.leaks import Letter

NAVY: Final = "14324F"
"""Headings and heads of tables, as in the workbook."""
INK, MUTED, RULE, PAPER = (LIGHT[role].removeprefix("#").upper() for role in ("ink", "muted", "grid", "paper"))
PALE: Final = "EAF0F6"
NOTICE: Final = "FFF4DC"
ACCENT: Final = LIGHT["platform"].removeprefix("#").upper()
FONT: Final = "Calibri"
CODE_FONT: Final = "Consolas"
LONGEST: Final = 2_000
"""Characters of one text; longer ones end in an ellipsis."""
_ROLES: Final[dict[Letter, str]] = {"P": "platform", "M": "mixed", "O": "owned"}


def shown(text: str, limit: int = LONGEST) -> str:
    """A text as these files may hold it: one line, control and direction characters spelled out, at most `limit` characters."""
    return visible(text, limit)


def fill_of(letter: Letter, shade: int) -> str:
    """Fill of a cell of the leak map, as hexadecimal digits; the letter in the cell says the same."""
    return LIGHT[f"{_ROLES[letter]}-{shade}" if letter else "none"].removeprefix("#").upper()
