"""Sheet "Heat map": workflow by part of the agent; counts, words and colour say the same thing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lockin_audit.core.evidence import Dimension
from lockin_audit.report.study import Study
from lockin_audit.report.words import DIMENSION_NOTES, DIMENSIONS
from lockin_audit.report.workbook.book import Book
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.sheets.evidence import NO_WORKFLOW, EvidenceColumns
from lockin_audit.report.workbook.titles import EVIDENCE, HEAT_MAP

_WORD = {"platform": "Platform", "mixed": "Mixed", "owned": "Owned", "none": "None found"}


@dataclass(frozen=True)
class HeatMapTotals:
    """Where the checks find how many sites the counts add up to."""

    total: str
    """Address of the grand total."""


def fill_heat_map(book: Book, study: Study, evidence: EvidenceColumns) -> HeatMapTotals:
    """The map in words and colours (each cell leads to its first evidence), and the counts as formulas over the evidence sheet."""
    sheet = book[HEAT_MAP]
    names = {w.id: w.name or w.id for w in study.audit.workflows}
    workflows = [w.id for w in study.audit.workflows]
    if any(not s.workflow for s in study.audit.sites):
        workflows.append(NO_WORKFLOW)
    last = 2 + len(workflows)
    sheet.widths(17, 40, *[26.0] * len(workflows), 12)
    sheet.front("Heat map", "Which parts of each workflow the platform holds, which you own, and how many places in the code show it.")
    counts = Counter((s.workflow or NO_WORKFLOW, s.dimension, s.ownership.value) for s in study.audit.sites)
    sheet.header(4, ("Part of the agent", "What it covers"))
    for column, workflow in enumerate(workflows, 3):
        sheet.text(4, column, names.get(workflow, "Files of no workflow"), "column head centre")
    sheet.height(4, 32)
    row = 5
    for row, dimension in enumerate(Dimension, 5):
        sheet.text(row, 1, DIMENSIONS[dimension], "row head")
        sheet.text(row, 2, DIMENSION_NOTES[dimension], "cell muted")
        sheet.height(row, 32)
        for column, workflow in enumerate(workflows, 3):
            _cell(
                sheet,
                row,
                column,
                counts[workflow, dimension, "platform"],
                counts[workflow, dimension, "owned"],
                evidence.first_row.get((workflow, dimension.value)),
            )
    sheet.prose(
        row + 1,
        1,
        max(last, 4),
        "Orange: the platform holds it everywhere we looked. Yellow: partly the platform, partly you. Blue: you own it. Grey: no evidence "
        "in the files read, which is not proof of absence. A cell leads to its first place in the evidence.",
        "note",
    )
    total = _counts(sheet, row + 3, workflows, names, counts, evidence)
    set_up_page(
        sheet,
        last_column=sheet.letter(max(last + 1, 4)),
        last_row=row + 5 + len(Dimension) * 2,
        freeze="C5",
        repeat_rows="1:2",
        breaks=(row + 2,),
    )
    return HeatMapTotals(total=total)


def _cell(sheet: Sheet, row: int, column: int, platform: int, owned: int, first_row: int | None) -> None:
    word = "mixed" if platform and owned else "platform" if platform else "owned" if owned else "none"
    text = (
        f"{_WORD[word]}: {platform} platform, {owned} owned"
        if word == "mixed"
        else _WORD[word] + (f": {platform or owned}" if first_row else "")
    )
    if first_row is None:
        sheet.text(row, column, text, f"owner {word}")
    else:
        sheet.link(row, column, text, EVIDENCE, f"A{first_row}", f"owner {word}")


def _counts(
    sheet: Sheet,
    row: int,
    workflows: list[str],
    names: dict[str, str],
    counts: Counter[tuple[str, Dimension, str]],
    evidence: EvidenceColumns,
) -> str:
    """Counts as formulas; returns the address of the grand total."""
    sheet.heading(row, "Counts behind the map (places in the code)", 1, 3 + len(workflows))
    sheet.header(row + 1, ("Part of the agent", "Held by"))
    sheet.text(row + 2, 2, "workflow id", "note")
    for column, workflow in enumerate(workflows, 3):
        sheet.text(row + 1, column, names.get(workflow, "Files of no workflow"), "column head number")
        sheet.text(row + 2, column, workflow, "note")
    sum_column = 3 + len(workflows)
    sheet.text(row + 1, sum_column, "Total", "column head number")
    ids = row + 2
    first = row = row + 3
    for dimension in Dimension:
        for ownership in ("platform", "owned"):
            sheet.text(row, 1, DIMENSIONS[dimension], "cell")
            sheet.text(row, 2, ownership, "cell")
            rest = f"{evidence.dimension}, $A{row}, {evidence.ownership}, $B{row}"
            for column, workflow in enumerate(workflows, 3):
                sheet.formula(
                    row,
                    column,
                    f"COUNTIFS({evidence.workflow}, {sheet.letter(column)}${ids}, {rest})",
                    counts[workflow, dimension, ownership],
                    "cell whole",
                )
            here = f"{sheet.ref(row, 3, sheet=False)}:{sheet.ref(row, sum_column - 1, sheet=False)}".replace("$", "")
            sheet.formula(
                row, sum_column, f"SUM({here})" if workflows else "0", sum(counts[w, dimension, ownership] for w in workflows), "cell whole"
            )
            row += 1
    sheet.text(row, 1, "All places", "calc total label")
    sheet.text(row, 2, "", "calc total label")
    for column in range(3, sum_column + 1):
        letter = sheet.letter(column)
        keys = workflows if column == sum_column else [workflows[column - 3]]
        sheet.formula(
            row, column, f"SUM({letter}{first}:{letter}{row - 1})", sum(n for (w, _, _), n in counts.items() if w in keys), "calc total"
        )
    return sheet.ref(row, sum_column)
