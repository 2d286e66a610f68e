"""Sheet "Change log": what was written by the tool, and room for what people change afterwards."""

from __future__ import annotations

from openpyxl.styles import Protection

from lockin_audit.report.study import Study
from lockin_audit.report.workbook.book import Book
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.titles import CHANGES

_ROOM = 20


def fill_change_log(book: Book, study: Study) -> None:
    """The first entry, then empty rows people may fill in."""
    sheet = book[CHANGES]
    sheet.widths(14, 26, 26, 60, 40)
    sheet.front(
        "Change log", "The tool writes the first row. Whoever changes an input afterwards adds a row: what, why, and on whose word."
    )
    sheet.header(4, ("Date", "Who", "Cell or input", "What was changed, from what to what", "Reason or source"))
    sheet.day(5, 1, study.as_of)
    sheet.text(5, 2, f"lockin-audit {study.tool_version}", "cell")
    sheet.text(5, 3, "whole workbook", "cell")
    sheet.text(
        5,
        4,
        f"Written from {study.repository_name}" + (f" at commit {study.audit.scan.commit[:12]}" if study.audit.scan.commit else ""),
        "cell",
    )
    sheet.text(5, 5, f"Scenario {study.cost.scenario}; see Cover for digests", "cell")
    for row in range(6, 6 + _ROOM):
        for column in range(1, 6):
            sheet.text(row, column, "", "cell")
            cell = sheet.worksheet.cell(row, column)
            cell.value = None
            cell.protection = Protection(locked=False)
            if column == 1:
                cell.number_format = "yyyy-mm-dd"
    set_up_page(sheet, last_column="E", last_row=5 + _ROOM, repeat_rows="4:4", freeze="A5")
