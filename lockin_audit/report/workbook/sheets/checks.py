"""Sheet "Checks": whether the workbook adds up, with tolerances, and the master check that every sheet of results shows.

Checks of arithmetic and of allowed inputs count for the master check. Notices (stale values, old prices, inputs nobody confirmed) do
not: they are true statements about a sound workbook, and a reader must see them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from lockin_audit.finance.model import ModelOption
from lockin_audit.report.workbook.layout import Layout
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.sheets.calc import FIRST, VALUE
from lockin_audit.report.workbook.styles import FRESH_LOOK, STALE_LOOK
from lockin_audit.report.workbook.titles import CALC, CHECKS
from lockin_audit.report.workbook.words import CENT, FRESH, STALE

MAX_PRICE_AGE = 180
"""Days after which a price should be looked up again."""


@dataclass(frozen=True)
class _Check:
    what: str
    formula: str
    """Difference or count that must be within the tolerance."""
    tolerance: float
    unit: str
    value: float = 0.0


def fill_checks(layout: Layout) -> None:
    """The list of checks, the master check, then the notices."""
    sheet = layout.book[CHECKS]
    sheet.widths(74, 18, 14, 16, 10, 10)
    sheet.front("Checks", "Each check compares two ways of working out the same thing, or counts what must not be there.")
    sheet.text(4, 1, "Master check: everything below holds", "label")
    sheet.header(6, ("Check", "Difference or count", "Tolerance", "Unit", "Holds", "In words"), numbers=(2, 3))
    row = 6
    for row, check in enumerate(_checks(layout), 7):
        sheet.text(row, 1, check.what, "row head")
        sheet.formula(row, 2, check.formula, check.value, "cell number")
        sheet.number(row, 3, check.tolerance, "cell number")
        sheet.text(row, 4, check.unit, "cell muted")
        sheet.formula(row, 5, f"ABS($B{row}) <= $C{row}", True, "cell check")
        sheet.formula(row, 6, f'IF($E{row}, "holds", "FAILS")', "holds", "cell check")
    sheet.formula(4, 2, f"AND($E$7:$E${row})", True, "cell check")
    sheet.formula(4, 3, 'IF($B$4, "holds", "FAILS")', "holds", "cell check")
    layout.book.define("chk_master", sheet.ref(4, 2))
    layout.cells["master"] = sheet.ref(4, 2)
    # The words carry the colour: LibreOffice 7.4 breaks off printing where a rule colours a formula cell that is TRUE or FALSE.
    for cells in ("C4", f"F7:F{row}"):
        first = cells.split(":")[0]
        sheet.mark_when(cells, f'{first}="FAILS"', *STALE_LOOK)
        sheet.mark_when(cells, f'{first}="holds"', *FRESH_LOOK)
    end = _notices(layout, sheet, row + 2)
    set_up_page(sheet, last_column="F", last_row=end, freeze="A7")


def _checks(layout: Layout) -> list[_Check]:
    compared = _of_comparison(layout, *layout.model.compared) if layout.model.compared and layout.compared else []
    options = [check for option in layout.model.options for check in _of_option(layout, option)]
    return [*options, *compared, *_of_sheets(layout), *_of_inputs(layout), *_of_plan(layout), _of_places(layout)]


def _of_option(layout: Layout, option: ModelOption) -> list[_Check]:
    """Lines, months, years and parts of an option against its total and its present value."""
    calc, last = layout.book[CALC], FIRST + layout.model.horizon - 1
    cost, total, npv = layout.rows[f"{option.id}.cost"], layout.once[f"{option.id}.total"], layout.once[f"{option.id}.npv"]
    lines = ", ".join(calc.ref(layout.rows[line.id], VALUE) for line in layout.model.costs(option.id))
    months = calc.span(cost, FIRST, cost, last)
    factors = calc.span(layout.rows["discount"], FIRST, layout.rows["discount"], last)
    fixed, volume = (layout.once[f"{option.id}.npv_{part}"] for part in ("fixed", "volume"))
    so_far = calc.ref(layout.rows[f"{option.id}.cumulative"], last)
    differences = (
        ("its cost lines add up to its total", f"SUM({lines}) - {total}"),
        ("cost so far in the last month is the total", f"{so_far} - {total}"),
        ("fixed and volume parts, discounted apart, give the present value", f"{fixed} + {volume} - SUMPRODUCT({months}, {factors})"),
        ("the chart's parts add up to its total", f"{layout.cells[f'chart total {option.id}']} - {total}"),
        ("present values of its lines on Options add up to its present value", f"{layout.cells[f'pv total {option.id}']} - {npv}"),
        ("years on Options add up to its total", f"{layout.cells[f'years total {option.id}']} - {total}"),
    )
    return [_Check(f"{option.label}: {what}", formula, CENT, layout.study.cost.currency) for what, formula in differences]


def _of_comparison(layout: Layout, before: str, after: str) -> list[_Check]:
    """The saving against the present values it comes from."""
    saving, currency = layout.once["saving.npv"], layout.study.cost.currency
    last_month = layout.book[CALC].ref(layout.rows["saving.discounted"], FIRST + layout.model.horizon - 1)
    differences = (
        (
            "Present values of the two options differ by the saving",
            f"{layout.once[f'{before}.npv']} - {layout.once[f'{after}.npv']} - {saving}",
        ),
        ("Discounted saving of the last month is the saving", f"{last_month} - {saving}"),
        ("Saving at the break-even volume is nil", f"SUM({layout.cells['break-even proof']})"),
    )
    return [_Check(what, formula, CENT, currency) for what, formula in differences]


def _of_sheets(layout: Layout) -> list[_Check]:
    """Months without a gap, and no cell that shows an error."""
    horizon = layout.model.horizon
    months = f"SUMPRODUCT({layout.cells['calc months']}) - {horizon} * ({horizon} + 1) / 2"
    return [
        _Check("Months run from 1 without a gap", months, 0, "months"),
        *(
            _Check(f"Cells of {title} that show an error", f"SUMPRODUCT(ISERROR({layout.cells[block]}) * 1)", 0, "cells")
            for title, block in (("Calc", "calc block"), ("Cases", "cases block"))
            if block in layout.cells
        ),
    ]


def _of_inputs(layout: Layout) -> list[_Check]:
    """Inputs that are there, are numbers, and lie within what is allowed."""
    base, live = layout.cells["inputs base"], layout.cells["inputs live"]
    named = f"1 - SIGN(COUNTIF({layout.cells['scenario choices']}, {layout.cells['scenario']}))"
    return [
        _Check("The scenario named on Inputs exists", named, 0, "count"),
        _Check("Base values that are not numbers", f"COUNTA({base}) - COUNT({base})", 0, "cells"),
        _Check("Inputs left empty", f"{len(layout.model.assumptions)} - COUNT({live})", 0, "cells"),
        *(
            _Check(f"{name} {words}", _outside(layout, key, sign, limit), 0, "inputs")
            for name, key in (("Base values", "inputs base"), ("Values under the scenario", "inputs live"))
            for words, sign, limit in (("below the least allowed", "<", "inputs least"), ("above the most allowed", ">", "inputs most"))
        ),
    ]


def _of_places(layout: Layout) -> _Check:
    difference = f"{layout.cells['heat map total']} - {len(layout.study.audit.sites)}"
    return _Check("Places on the heat map against rows of evidence", difference, 0, "places")


def _of_plan(layout: Layout) -> list[_Check]:
    """The plan of a swap: weeks times people are the days."""
    if "plan weeks" not in layout.cells:
        return []
    weeks, days, pace = (layout.cells[f"plan {key}"] for key in ("weeks", "days", "pace"))
    return [_Check("Weeks of the plan times the people on it are its days", f"{weeks} * {pace} - {days}", CENT, "days")]


def _outside(layout: Layout, key: str, sign: str, limit: str) -> str:
    """How many values lie beyond their limit, where they have one."""
    value, bound = layout.cells[key], layout.cells[limit]
    return f"SUMPRODUCT(ISNUMBER({bound}) * ISNUMBER({value}) * ({value} {sign} {bound}))"


def _notices(layout: Layout, sheet: Sheet, row: int) -> int:
    """What a reader should know although the arithmetic is sound."""
    sheet.heading(row, "Notices (not part of the master check)", 1, 5)
    sheet.header(row + 1, ("Notice", "State", "", "", ""))
    row += 2
    for key, words in (
        ("stale options", "Options"),
        ("stale simulation", "Simulation"),
        ("stale tornado", "Tornado"),
        ("stale regret", "Cost of each scenario"),
        ("stale break-even", "Break-even found by search"),
    ):
        if key in layout.cells:
            sheet.text(row, 1, f"{words}: do the stored values belong to the inputs as they are now?", "row head")
            sheet.formula(
                row,
                2,
                layout.cells[key],
                layout.value(layout.cells[key]),
                "cross text",
            )
            row += 1
    row = _ranges(layout, sheet, row)
    oldest = layout.cells["oldest price"]
    unconfirmed = sum(a.is_placeholder for a in layout.model.assumptions)
    sheet.text(row, 1, f"Age of the oldest price in days; look prices up again after {MAX_PRICE_AGE}", "row head")
    sheet.formula(row, 2, f"MAX({oldest})", layout.oldest_price, "cross number")
    sheet.text(row + 1, 1, "Inputs nobody has confirmed yet (defaults other than list prices)", "row head")
    sheet.number(row + 1, 2, unconfirmed, "cell whole")
    row += 2
    for warning in layout.study.cost.warnings:
        sheet.prose(row, 1, 5, warning, "note")
        row += 1
    return row


def _ranges(layout: Layout, sheet: Sheet, row: int) -> int:
    """Whether somebody has changed a low or a high since the simulation and the tornado were run."""
    stored = math.fsum(a.low + a.high for a in layout.model.assumptions)
    low, high = layout.cells["inputs low"], layout.cells["inputs high"]
    sheet.text(row, 1, "Low and high of the inputs: as they were when simulated? (sum of all, then its value in the run)", "row head")
    test = f"ABS(SUM({low}) + SUM({high}) - $C{row}) <= ABS($C{row}) / 10^9"
    sheet.formula(row, 2, f'IF({test}, "{FRESH}", "{STALE}")', FRESH, "cross text")
    sheet.number(row, 3, stored, "cell number")
    base = layout.cells["inputs base"]
    astray = sum(not a.low <= layout.figures.base[a.id] <= a.high for a in layout.model.assumptions)
    sheet.text(row + 1, 1, "Inputs whose value lies outside its own low to high: give them a range that holds it", "row head")
    outside = f"SUMPRODUCT(ISNUMBER({base}) * ((({low} > {base}) + ({high} < {base})) > 0))"
    sheet.formula(row + 1, 2, outside, astray, "cross number")
    return row + 2
