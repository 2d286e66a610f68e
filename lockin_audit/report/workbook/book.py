"""A workbook under construction: sheets in reading order, the cached value of every formula, defined names.

Sheets are created first and filled in any order, so that the decision page can point at results that stand further back.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart

from lockin_audit.report.workbook.caches import inject_caches
from lockin_audit.report.workbook.cells import clean_text
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.styles import register_styles

NAME = re.compile(r"^(in|out|chk)_[a-z0-9_]+$")
"""Defined names we allow: a prefix that no cell address has, then lower case (TAX2026 alone would be a cell in Excel)."""


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

    def to_bytes(self, as_of: date, author: str, title: str, confidentiality: str = "") -> bytes:
        """The finished file: every formula with its value, set to recalculate when opened, equal bytes for equal input."""
        properties = self.workbook.properties
        properties.creator = clean_text(author)[:255] or "lockin-audit"
        properties.title = clean_text(title)[:255]
        self.workbook.calculation.fullCalcOnLoad = True
        for sheet in self.sheets.values():
            sheet.finish()
            if confidentiality:
                line = clean_text(confidentiality).replace("\n", " ")[:120].replace("&", "&&")
                sheet.worksheet.HeaderFooter.oddHeader = HeaderFooterItem(center=_HeaderFooterPart(line, size=8))
        raw = io.BytesIO()
        self.workbook.save(raw)
        return inject_caches(raw.getvalue(), [self.sheets[s.title].values for s in self.workbook.worksheets], as_of)
