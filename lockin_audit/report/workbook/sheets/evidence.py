"""Sheet "Evidence": every site, with filters; then what was not read."""

from __future__ import annotations

from dataclasses import dataclass

from lockin_audit.report.study import Study
from lockin_audit.report.words import DIMENSIONS, OWNERSHIPS
from lockin_audit.report.workbook.book import Book
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.titles import EVIDENCE

NO_WORKFLOW = "no workflow"
"""Shown where no workflow claims the file; cannot be a workflow's id, which has no space."""
HEAD = 4
_COLUMNS = (
    "Workflow",
    "Part",
    "Held by",
    "Confidence",
    "File",
    "Line",
    "What was found",
    "Why it matters",
    "What to do to own it",
    "Code",
    "Rule",
    "Runtime",
)


@dataclass(frozen=True)
class EvidenceColumns:
    """Addresses of the columns the heat map counts in."""

    workflow: str
    dimension: str
    ownership: str
    rows: int
    first_row: dict[tuple[str, str], int]
    """(workflow id, dimension) → first row of its evidence, for links."""


def fill_evidence(book: Book, study: Study) -> EvidenceColumns:
    """One row per site, sorted as the audit sorts them; returns where the heat map finds what it counts."""
    sheet = book[EVIDENCE]
    sheet.widths(14, 13, 11, 12, 28, 7, 30, 32, 32, 36, 32, 26)
    sheet.front(
        "Evidence", "Every place in the code that shows who decides or holds a part of the agent. Filter by workflow, part or who holds it."
    )
    sheet.header(HEAD, _COLUMNS, numbers=(6,))
    first: dict[tuple[str, str], int] = {}
    row = HEAD
    for row, site in enumerate(study.audit.sites, HEAD + 1):
        workflow = site.workflow or NO_WORKFLOW
        first.setdefault((workflow, site.dimension.value), row)
        sheet.text(row, 1, workflow, "cell")
        sheet.text(row, 2, DIMENSIONS[site.dimension], "cell")
        sheet.text(row, 3, OWNERSHIPS[site.ownership], f"owner {site.ownership.value}")
        sheet.text(row, 4, site.confidence.value, "cell")
        sheet.text(row, 5, site.file, "cell code")
        sheet.number(row, 6, site.line, "cell whole")
        sheet.text(row, 7, site.what, "cell")
        sheet.text(row, 8, site.why, "cell")
        sheet.text(row, 9, site.instead, "cell")
        sheet.text(row, 10, site.snippet, "cell code")
        sheet.text(row, 11, site.rule, "cell muted")
        sheet.text(row, 12, site.runtime, "cell muted")
    last = max(row, HEAD + 1)
    if not study.audit.sites:
        sheet.text(last, 1, "No evidence of an agent runtime was found in the files read.", "plain")
    sheet.worksheet.auto_filter.ref = f"A{HEAD}:L{last}"
    set_up_page(sheet, last_column="J", last_row=last, repeat_rows=f"{HEAD}:{HEAD}", freeze=f"B{HEAD + 1}")
    return EvidenceColumns(
        workflow=sheet.span(HEAD + 1, 1, last, 1),
        dimension=sheet.span(HEAD + 1, 2, last, 2),
        ownership=sheet.span(HEAD + 1, 3, last, 3),
        rows=len(study.audit.sites),
        first_row=first,
    )
