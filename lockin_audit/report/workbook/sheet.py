"""One sheet under construction: text, numbers, formulas with what they come to, row heights that fit the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from datetime import date
from typing import TYPE_CHECKING, Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from lockin_audit.report.workbook.cells import Value, clean_text, put_number, put_text, wrapped_lines
from lockin_audit.report.workbook.styles import STYLE_PREFIX, wrapping

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TALLEST = 409.0
"""Greatest height of a row in points that Excel allows."""
_USUAL = 8.4
"""Width of a column nobody set."""
_LINE = 1.3
"""Height of a line against the size of its font."""


class Sheet:
    """One sheet: writes text, numbers and formulas, and remembers what each formula comes to. Rows and columns count from 1."""

    def __init__(self, worksheet: Worksheet) -> None:
        self.worksheet = worksheet
        self.values: dict[str, Value] = {}
        self._widths: dict[int, float] = {}
        self._heights: dict[int, float] = {}
        self._looks: dict[str, Any] = {}

    @property
    def title(self) -> str:
        """Name on the tab."""
        return str(self.worksheet.title)

    def ref(self, row: int, column: int, *, sheet: bool = True) -> str:
        """Absolute address of a cell, with the sheet's name unless told otherwise."""
        address = f"${get_column_letter(column)}${row}"
        return f"'{self.title}'!{address}" if sheet else address

    def letter(self, column: int) -> str:
        """Letter of a column."""
        return get_column_letter(column)

    def span(self, row: int, column: int, last_row: int, last_column: int, *, sheet: bool = True) -> str:
        """Absolute address of a block."""
        return f"{self.ref(row, column, sheet=sheet)}:{self.ref(last_row, last_column, sheet=False)}"

    def widths(self, *widths: float) -> None:
        """Column widths in characters, from column A on."""
        for column, width in enumerate(widths, 1):
            self.widen(column, width)

    def widen(self, column: int, width: float) -> None:
        """Make a column at least so wide."""
        self._widths[column] = max(width, self._widths.get(column, 0.0))

    def height(self, row: int, points: float) -> None:
        """Make a row at least so high, in points."""
        self._heights[row] = min(_TALLEST, max(points, self._heights.get(row, 0.0)))

    def text(self, row: int, column: int, text: str, style: str = "body") -> None:
        """Untrusted or our own text; never a formula. A row grows with wrapped text (not every program fits rows by itself)."""
        put_text(self._cell(row, column, style), text)
        self._fit(row, column, column, text, style)

    def number(self, row: int, column: int, value: float | None, style: str, number_format: str = "") -> None:
        """A number that stands by itself; None leaves an empty cell of that style. A number format goes before the style's."""
        cell = self._cell(row, column, style)
        if value is not None:
            put_number(cell, value)
        if number_format:
            cell.number_format = number_format

    def day(self, row: int, column: int, day: date | None, style: str = "cell date", missing: str = "not stated") -> None:
        """A date as a serial number with a fixed format, or words where there is none."""
        if day is None:
            self.text(row, column, missing, "cell muted")
            return
        self._cell(row, column, style).value = day
        self._cell(row, column, style)  # openpyxl puts a format of its own on a date

    def formula(self, row: int, column: int, formula: str, value: Value, style: str, number_format: str = "") -> None:
        """A formula, written without its `=`, and what our engine says it comes to."""
        self._formula(row, column, formula, value, style)
        if number_format:
            self.worksheet.cell(row, column).number_format = number_format
        if isinstance(value, str):
            self._fit(row, column, column, value, style)

    def link(self, row: int, column: int, text: str, sheet: str, cell: str = "A1", style: str = "link") -> None:
        """Text that leads to a cell of this workbook."""
        target = self.worksheet.cell(row, column)
        target.hyperlink = Hyperlink(ref=target.coordinate, location=f"'{sheet}'!{cell}", display=None)
        self.text(row, column, text, style)

    def web_link(self, row: int, column: int, text: str, url: str, style: str = "cell link") -> None:
        """Text that leads to a web page; plain text where the source is no https address Excel would take."""
        takes = re.fullmatch(r"https://[\x21\x23-\x7e]{1,1900}", url)
        if takes:
            self.worksheet.cell(row, column).hyperlink = url
        self.text(row, column, text, style if takes else "cell")

    def prose(self, row: int, first: int, last: int, text: str, style: str = "body") -> None:
        """Text over several columns."""
        put_text(self._cell(row, first, style), text)
        self._merge(row, first, last, text, style)

    def formula_prose(self, row: int, first: int, last: int, formula: str, value: str, style: str) -> None:
        """A sentence that follows the numbers, over several columns."""
        self._formula(row, first, formula, value, style)
        self._merge(row, first, last, value, style)

    def header(self, row: int, labels: Sequence[str], column: int = 1, *, numbers: Sequence[int] = ()) -> None:
        """A row of column heads; `numbers` are the columns (from 1) that hold figures and so stand to the right."""
        for at, label in enumerate(labels, column):
            self.text(row, at, label, "column head number" if at in numbers else "column head")
        self.height(row, max(17.0, self._heights.get(row, 0.0) + 3))

    def heading(self, row: int, text: str, first: int = 1, last: int = 6) -> None:
        """The title of a part of the sheet, with a rule under it."""
        for column in range(first, last + 1):
            self._cell(row, column, "heading")
        self.text(row, first, text, "heading")
        self.height(row, 22)

    def front(self, title: str, subtitle: str) -> None:
        """Title and subtitle in the first two rows."""
        self.text(1, 1, title, "title")
        self.height(1, 30)
        self.text(2, 1, subtitle, "subtitle")
        self.height(2, 18)

    def mark_when(self, cells: str, formula: str, ink: str, fill: str) -> None:
        """Colour cells while a condition holds (the cell's text says the same)."""
        look = DifferentialStyle(font=Font(color=ink, bold=True), fill=PatternFill("solid", bgColor=fill))
        self.worksheet.conditional_formatting.add(cells, Rule(type="expression", formula=[formula], dxf=look))

    def finish(self) -> None:
        """Hand widths and heights to openpyxl; once, when everything is written."""
        for column, width in self._widths.items():
            self.worksheet.column_dimensions[get_column_letter(column)].width = width
        for row, points in self._heights.items():
            self.worksheet.row_dimensions[row].height = round(points, 1)

    def _formula(self, row: int, column: int, formula: str, value: Value, style: str) -> None:
        self._cell(row, column, style).value = f"={formula}"
        self.values[f"{get_column_letter(column)}{row}"] = value

    def _merge(self, row: int, first: int, last: int, text: str, style: str) -> None:
        for column in range(first + 1, last + 1):
            self._cell(row, column, style)
        if last > first:
            self.worksheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
        self._fit(row, first, last, text, style)

    def _fit(self, row: int, first: int, last: int, text: str, style: str) -> None:
        """Make room for wrapped text."""
        font = wrapping(style)
        if font is not None and text:
            size, wide = font
            width = sum(self._widths.get(column, _USUAL) for column in range(first, last + 1)) - 2
            self.height(row, wrapped_lines(clean_text(text), width, size, wide=wide) * size * _LINE + 3)

    def _cell(self, row: int, column: int, style: str) -> Any:
        """The cell in its style. A style is looked up by name once per sheet: openpyxl's look-up is slow for thousands of cells."""
        cell: Any = self.worksheet.cell(row, column)
        if style not in self._looks:
            cell.style = STYLE_PREFIX + style
            self._looks[style] = copy(cell._style)
        cell._style = copy(self._looks[style])
        return cell
