"""Sheet "Rebuild list": what a team would build again, with person-days, for each of the two events."""

from __future__ import annotations

from dataclasses import dataclass

from lockin_audit.core.audit import RebuildItem
from lockin_audit.report.study import Study
from lockin_audit.report.words import DIMENSIONS, TRIGGERS
from lockin_audit.report.workbook.book import Book
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.titles import REBUILD

_COLUMNS = (
    "What would be rebuilt",
    "Runtime",
    "Part",
    "Workflow",
    "Needed for",
    "Places in code",
    "Points",
    "Days, low",
    "Days, likely",
    "Days, high",
)


@dataclass(frozen=True)
class RebuildTotals:
    """Addresses of the likely person-days for each event."""

    leave: str
    swap: str


def fill_rebuild(book: Book, study: Study) -> RebuildTotals:
    """One row per item and a live total for leaving the runtime and for swapping the model."""
    sheet = book[REBUILD]
    sheet.widths(50, 26, 14, 18, 26, 10, 9, 10, 10, 10)
    sheet.front(
        "Rebuild list",
        "Two different events: leaving the runtime, and swapping the model while staying. Days are person-days of an engineer.",
    )
    sheet.header(4, _COLUMNS, numbers=(6, 7, 8, 9, 10))
    names = {w.id: w.name or w.id for w in study.audit.workflows}
    items = study.audit.rebuild
    row = 4
    for row, item in enumerate(items, 5):
        sheet.text(row, 1, item.item, "row head")
        sheet.text(row, 2, item.runtime, "cell muted")
        sheet.text(row, 3, DIMENSIONS[item.dimension], "cell")
        sheet.text(row, 4, names.get(item.workflow, item.workflow) or "several", "cell")
        sheet.text(row, 5, _needed_for(item), "cell")
        sheet.number(row, 6, item.sites, "cell whole")
        sheet.number(row, 7, item.points, "cell days")
        for column, days in zip((8, 9, 10), (item.days.low, item.days.likely, item.days.high), strict=True):
            sheet.number(row, column, days, "cell days")
    if not items:
        row = 5
        sheet.text(row, 1, "Nothing was found that would have to be rebuilt.", "plain")
    totals = {}
    for offset, (trigger, words) in enumerate(TRIGGERS.items(), 1):
        at = row + offset
        chosen = [i for i in items if trigger in i.triggers]
        sheet.text(at, 1, f"Total for {words}", "calc total label")
        for column in range(2, 6):
            sheet.text(at, column, "", "calc total label")
        figures = (
            sum(i.sites for i in chosen),
            *(sum(f) for f in zip(*((i.points, i.days.low, i.days.likely, i.days.high) for i in chosen), strict=True)),
        )
        for column, figure in zip(range(6, 11), figures or (), strict=False):
            letter = sheet.letter(column)
            sheet.formula(at, column, f'SUMIFS({letter}$5:{letter}${row}, $E$5:$E${row}, "*{words}*")', figure, "calc total")
        if not chosen:
            for column in range(7, 11):
                letter = sheet.letter(column)
                sheet.formula(at, column, f'SUMIFS({letter}$5:{letter}${row}, $E$5:$E${row}, "*{words}*")', 0, "calc total")
        totals[trigger] = sheet.ref(at, 9)
    sheet.prose(
        row + 4,
        1,
        10,
        "Points weigh how deep the change goes; days follow from points by a rule of the tool (`lockin-audit explain`). The range is wide "
        "on purpose: no reliable public benchmark exists, so replace it with your own estimate where you have one.",
        "note",
    )
    set_up_page(sheet, last_column="J", last_row=row + 4, repeat_rows="4:4", freeze="B5")
    return RebuildTotals(leave=totals["leave_runtime"], swap=totals["swap_model"])


def _needed_for(item: RebuildItem) -> str:
    return " and ".join(TRIGGERS[t] for t in item.triggers)
