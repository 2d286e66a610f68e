"""The part of sheet "Simulation" that says where the uncertainty comes from: what to measure, Sobol indices, inputs drawn together."""

from __future__ import annotations

from lockin_audit.finance.result import Simulation, SobolStudy
from lockin_audit.report.workbook.layout import Layout
from lockin_audit.report.workbook.sheet import Sheet

_LAST = 8


def fill_uncertainty(layout: Layout, sheet: Sheet, simulation: Simulation, row: int) -> int:
    """Value of information, then shares of the variance, then correlations; returns the next row."""
    currency = layout.study.cost.currency
    sheet.heading(row, "What to measure before deciding (value of information)", 1, _LAST)
    worth = simulation.worth_measuring
    if not worth:
        sheet.prose(
            row + 1, 1, _LAST, "Knowing any one input beforehand would not change the choice, so none is worth a pilot for this.", "note"
        )
        row += 3
    else:
        row += 1
        sheet.header(row, ("Input", "Worth knowing beforehand (EVPPI)", "Unit", "Id"), numbers=(2,))
        for item in worth:
            row += 1
            sheet.text(row, 1, item.label, "row head")
            sheet.number(row, 2, item.value, "cell money")
            sheet.text(row, 3, currency, "cell muted")
            sheet.text(row, 4, item.id, "unit")
        sheet.prose(
            row + 1,
            1,
            _LAST,
            "The most one should pay to know that input alone before choosing. Together they cannot be worth more than the value of "
            "perfect information above; they must not be added up.",
            "note",
        )
        row += 3
    row = _sobol(sheet, layout.study.cost.sobol, row)
    return _correlations(layout, sheet, simulation, row)


def _sobol(sheet: Sheet, study: SobolStudy | None, row: int) -> int:
    sheet.heading(row, "What the spread comes from (Sobol indices)", 1, _LAST)
    if study is None:
        sheet.prose(row + 1, 1, _LAST, "Not worked out in this run; `lockin-audit cost --sobol` does.", "note")
        return row + 3
    row += 1
    sheet.header(row, ("Input", "Share alone", "give or take", "With all others", "give or take", "Id"), numbers=(2, 3, 4, 5))
    for index in study.indices:
        row += 1
        sheet.text(row, 1, index.label, "row head")
        for column, value in ((2, index.first), (3, index.first_interval), (4, index.total), (5, index.total_interval)):
            sheet.number(row, column, value, "cell percent")
        sheet.text(row, 6, index.id, "unit")
    sheet.prose(row + 1, 1, _LAST, f"{study.note} {study.evaluations:,} futures, seed {study.seed}.", "note")
    return row + 3


def _correlations(layout: Layout, sheet: Sheet, simulation: Simulation, row: int) -> int:
    sheet.heading(row, "Inputs drawn together (rank correlation); all others are independent", 1, _LAST)
    if not simulation.correlations:
        sheet.prose(row + 1, 1, _LAST, "None.", "note")
        return row + 2
    labels = {a.id: a.label for a in layout.model.assumptions}
    row += 1
    sheet.header(row, ("Input", "With", "Rank correlation"), numbers=(3,))
    for pair in simulation.correlations:
        row += 1
        sheet.text(row, 1, labels.get(pair.first, pair.first), "row head")
        sheet.text(row, 2, labels.get(pair.second, pair.second), "cell")
        sheet.number(row, 3, pair.rho, "cell number", "0.00")
    return row + 1
