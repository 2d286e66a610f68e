"""Putting text and numbers into cells safely.

Everything a study carries that somebody else wrote (file names, snippets, labels, sources) goes through `put_text`: it can never become
a formula, holds no character that XML or a terminal would trip over, and fits Excel's limit for one cell.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell import Cell

Value = float | int | str | bool | None
"""What a formula can come to; None is an empty cell."""

CELL_LIMIT = 32_767
"""Longest text of one cell, in UTF-16 units (Microsoft, "Excel specifications and limits")."""
SHORTENED = " … (shortened)"

_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters; tab and newline stay
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the reading direction around
    "\ud800-\udfff\ufffe\uffff]"  # no characters at all
)
_ESCAPE_LOOKALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_START = tuple("=+-@\t\n")


def clean_text(text: str) -> str:
    """The text as a cell may hold it: control and direction characters removed, line ends as newlines, at most `CELL_LIMIT` units."""
    text = _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text.encode("utf-16-le")) // 2 <= CELL_LIMIT:
        return text
    kept = text.encode("utf-16-le")[: (CELL_LIMIT - len(SHORTENED)) * 2].decode("utf-16-le", errors="ignore")
    return kept + SHORTENED


def put_text(cell: Cell, text: str) -> None:
    """Write untrusted text. It stays text in Excel and LibreOffice, whatever it begins with.

    `quotePrefix` keeps it text even after somebody edits the cell; `_xHHHH_` is escaped because Excel would read it as a character code.
    """
    cleaned = _ESCAPE_LOOKALIKE.sub("_x005F_", clean_text(text))
    cell.value = cleaned or None
    if not cleaned:
        return
    cell.data_type = "s"
    if cleaned.startswith(_FORMULA_START):
        cell.quotePrefix = True


def put_number(cell: Cell, value: float) -> None:
    """Write a number.

    Raises:
        ValueError: the number is not finite; a workbook cannot hold it.
    """
    if not math.isfinite(value):
        raise ValueError(f"{cell.coordinate}: {value} cannot stand in a workbook")
    cell.value = value


def text_literal(text: str) -> str:
    """The text as a string inside a formula: in quotes, quotes doubled, at most 255 characters (Excel's limit for a literal)."""
    return '"' + clean_text(text).replace("\n", " ")[:250].replace('"', '""') + '"'


def wrapped_lines(text: str, width: float, size: float = 10, *, wide: bool = False) -> int:
    """Lines the text takes in columns of that width together, estimated on the safe side.

    Args:
        text: what is shown.
        width: in characters of the default font at 11 points.
        size: of the font, in points.
        wide: letters of fixed width.
    """
    usable = max(1.0, width * (8.9 if wide else 12.2) / size)  # letters of words are narrower than the digits that columns are measured in
    return sum(max(1, math.ceil(len(paragraph) / usable)) for paragraph in text.split("\n"))
