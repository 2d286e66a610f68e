"""A workbook under construction: sheets in reading order, the cached value of every formula, defined names.

Sheets are created first and filled in any order, so that the decision page can point at results that stand further back.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.hyperlink import Hyperlink

from lockin_audit.report.workbook.caches import inject_caches
from lockin_audit.report.workbook.cells import STYLE_PREFIX, Value, clean_text, put_number, put_text, wrapped_lines
from lockin_audit.report.workbook.styles import register_styles, wrapping

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NAME = re.compile(r"^(in|out|chk)_[a-z0-9_]+$")
"""Defined names we allow: a prefix that no cell address has, then lower case (TAX2026 alone would be a cell in Excel)."""


class Sheet:
    """One sheet: writes text, numbers and formulas, and remembers what each formula comes to. Rows and columns count from 1."""

    def __init__(self, worksheet: Worksheet) -> None:
        self.worksheet = worksheet
        self.values: dict[str, Value] = {}

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
        for index, width in enumerate(widths, 1):
            self.worksheet.column_dimensions[get_column_letter(index)].width = width

    def width(self, first: int, last: int | None = None) -> float:
        """Width of a column, or of several together."""
        return sum(self.worksheet.column_dimensions[get_column_letter(c)].width for c in range(first, (last or first) + 1))

    def text(self, row: int, column: int, text: str, style: str = "body") -> None:
        """Untrusted or our own text; never a formula. A row grows with wrapped text (not every program fits rows by itself)."""
        put_text(self._cell(row, column), text, style)
        self._fit(row, column, text, style)

    def number(self, row: int, column: int, value: float | None, style: str, number_format: str = "") -> None:
        """A number that stands by itself; None leaves an empty cell of that style. A number format goes before the style's."""
        if value is None:
            self._cell(row, column).style = STYLE_PREFIX + style
        else:
            put_number(self._cell(row, column), value, style)
        if number_format:
            self._cell(row, column).number_format = number_format

    def day(self, row: int, column: int, day: date | None, style: str = "cell date", missing: str = "not stated") -> None:
        """A date as a serial number with a fixed format, or words where there is none."""
        if day is None:
            self.text(row, column, missing, "cell muted")
            return
        cell = self._cell(row, column)
        cell.style = STYLE_PREFIX + style
        cell.value = day
        cell.style = STYLE_PREFIX + style

    def formula(self, row: int, column: int, formula: str, value: Value, style: str, number_format: str = "") -> None:
        """A formula, written without its `=`, and what our engine says it comes to."""
        cell = self._cell(row, column)
        cell.style = STYLE_PREFIX + style
        cell.value = f"={formula}"
        if number_format:
            cell.number_format = number_format
        self.values[f"{get_column_letter(column)}{row}"] = value
        if isinstance(value, str):
            self._fit(row, column, value, style)

    def link(self, row: int, column: int, text: str, sheet: str, cell: str = "A1", style: str = "link") -> None:
        """Text that leads to a cell of this workbook."""
        target = self._cell(row, column)
        put_text(target, text, style)
        self._fit(row, column, text, style)
        target.hyperlink = Hyperlink(ref=target.coordinate, location=f"'{sheet}'!{cell}", display=None)
        target.style = STYLE_PREFIX + style

    def web_link(self, row: int, column: int, text: str, url: str, style: str = "cell link") -> None:
        """Text that leads to a web page; plain text where the source is no https address Excel would take."""
        if not re.fullmatch(r"https://[\x21-\x7e]{1,1900}", url) or '"' in url:
            self.text(row, column, text, "cell")
            return
        target = self._cell(row, column)
        target.hyperlink = url
        put_text(target, text, style)
        self._fit(row, column, text, style)

    def prose(self, row: int, first: int, last: int, text: str, style: str = "body") -> None:
        """Text over several columns. Excel does not fit the height of merged cells, so it is estimated here."""
        put_text(self._cell(row, first), text, style)
        self._merge(row, first, last, clean_text(text), style)

    def formula_prose(self, row: int, first: int, last: int, formula: str, value: str, style: str) -> None:
        """A sentence that follows the numbers, over several columns."""
        cell = self._cell(row, first)
        cell.style = STYLE_PREFIX + style
        cell.value = f"={formula}"
        self.values[f"{get_column_letter(first)}{row}"] = value
        self._merge(row, first, last, value, style)

    def _merge(self, row: int, first: int, last: int, text: str, style: str) -> None:
        for column in range(first, last + 1):
            self._cell(row, column).style = self._cell(row, first).style
        if last > first:
            self.worksheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
        size, wide = wrapping(style) or (10, False)
        self.height(row, wrapped_lines(text, self.width(first, last) - 2, size, wide=wide) * size * 1.3 + 4)

    def height(self, row: int, points: float) -> None:
        """Height of a row in points (at most Excel's 409)."""
        current = self.worksheet.row_dimensions[row].height or 0
        self.worksheet.row_dimensions[row].height = round(min(409.0, max(points, current)), 1)

    def header(self, row: int, labels: Sequence[str], column: int = 1, *, numbers: Sequence[int] = ()) -> None:
        """A row of column heads; `numbers` are the columns (from 1) that hold figures and so stand to the right."""
        for offset, label in enumerate(labels):
            self.text(row, column + offset, label, "column head number" if column + offset in numbers else "column head")
        self.height(row, self.worksheet.row_dimensions[row].height + 3 if self.worksheet.row_dimensions[row].height else 17)

    def heading(self, row: int, text: str, first: int = 1, last: int = 6) -> None:
        """The title of a part of the sheet, with a rule under it."""
        for column in range(first, last + 1):
            self._cell(row, column).style = STYLE_PREFIX + "heading"
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

    def _fit(self, row: int, column: int, text: str, style: str) -> None:
        font = wrapping(style)
        if font is not None and text:
            size, wide = font
            self.height(row, wrapped_lines(clean_text(text), self.width(column) - 2, size, wide=wide) * size * 1.3 + 3)

    def _cell(self, row: int, column: int) -> Any:
        return self.worksheet.cell(row=row, column=column)


class Book:
    """The workbook: its sheets by title, its names, and how it becomes bytes."""

    def __init__(self, titles: Sequence[str]) -> None:
        self.workbook = Workbook()
        register_styles(self.workbook)
        self.workbook.remove(self.workbook.worksheets[0])
        self.sheets = {title: Sheet(self.workbook.create_sheet(title)) for title in titles}

    def __getitem__(self, title: str) -> Sheet:
        return self.sheets[title]

    def define(self, name: str, ref: str) -> None:
        """Give a cell a name.

        Raises:
            ValueError: the name is taken or is not of the allowed form.
        """
        if not NAME.match(name) or name in self.workbook.defined_names:
            raise ValueError(f"{name!r} cannot name a cell: it is used already or not of the form {NAME.pattern}")
        self.workbook.defined_names[name] = DefinedName(name, attr_text=ref)

    def to_bytes(self, as_of: date, author: str, title: str) -> bytes:
        """The finished file: every formula with its value, set to recalculate when opened, equal bytes for equal input."""
        properties = self.workbook.properties
        properties.creator = clean_text(author)[:255] or "lockin-audit"
        properties.title = clean_text(title)[:255]
        self.workbook.calculation.fullCalcOnLoad = True
        raw = io.BytesIO()
        self.workbook.save(raw)
        return inject_caches(raw.getvalue(), [self.sheets[s.title].values for s in self.workbook.worksheets], as_of)
