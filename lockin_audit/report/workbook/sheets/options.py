"""Sheet "Options": every way to run the agents side by side, live: headline figures, years, the present value of each cost line.

Beside the live figures stand what the tool itself worked out and the difference, so that a reviewer sees the re-performance at a glance.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from lockin_audit.finance.model import ModelOption
from lockin_audit.report.workbook.cells import Value
from lockin_audit.report.workbook.layout import NOT_AVAILABLE, Layout
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.sheets.calc import FIRST
from lockin_audit.report.workbook.styles import FRESH_LOOK, STALE_LOOK
from lockin_audit.report.workbook.titles import CALC, CHECKS, OPTIONS
from lockin_audit.report.workbook.words import CENT, FRESH, STALE

_YEAR = 12
_HEADLINES = (
    ("Total over the horizon", "total", "{}", "cross money"),
    ("Present value (NPV)", "npv", "{}", "cross money"),
    ("Even yearly payment of the same present value", "annual_equivalent", "{} a year", "cross money"),
    ("Cost per session", "cost_per_session", "{} per session", "cross unit cost"),
    ("Cost per accepted outcome", "cost_per_outcome", "{} per outcome", "cross unit cost"),
    ("Sessions over the horizon", "all_sessions", "sessions", "cross money"),
    ("Accepted outcomes over the horizon", "all_outcomes", "outcomes", "cross money"),
    ("Cost of leaving at the horizon (memo, in no total)", "exit_liability", "{}", "cross money"),
)


def fill_options(layout: Layout) -> None:
    """Headlines with the difference to the option moved from, years, cost lines, workflows."""
    sheet, model = layout.book[OPTIONS], layout.model
    base = model.compared[0] if model.compared else model.options[0].id
    others = [o for o in model.options if o.id != base]
    grid = _Grid(layout, sheet, model.option(base), others)
    sheet.widths(54, 20, *[20.0] * max(5, len(model.options) + len(others)))
    sheet.front(
        "Options",
        f"Every option beside the others; the columns on the right are each option less “{model.option(base).label}”. Costs are positive.",
    )
    row = grid.head(4, "In figures (live)")
    row = _headlines(layout, grid, row)
    row = grid.head(row + 1, f"Cost by year, {layout.study.cost.currency} (live)")
    row = _years(layout, grid, row)
    row = grid.head(row + 1, f"Present value by cost line, {layout.study.cost.currency} (live)")
    page = row - 3
    row = _lines(layout, grid, row)
    end = _workflows(layout, sheet, row + 1)
    set_up_page(
        sheet,
        last_column=sheet.letter(max(7, 2 + len(model.options) + len(others))),
        last_row=end,
        freeze="C4",
        repeat_rows="1:2",
        breaks=(page, row),
    )


class _Grid:
    """A table with a column per option and, on the right, each option less the first."""

    def __init__(self, layout: Layout, sheet: Sheet, base: ModelOption, others: Sequence[ModelOption]) -> None:
        self.layout, self.sheet, self.base, self.others = layout, sheet, base, others
        self.options = layout.model.options
        self.column = {o.id: 3 + place for place, o in enumerate(self.options)}

    def head(self, row: int, title: str) -> int:
        """Heading and column heads; returns the next row."""
        last = 2 + len(self.options) + len(self.others)
        self.sheet.heading(row, title, 1, last)
        labels = ["", "Unit", *(o.label for o in self.options), *(f"{o.label}: difference" for o in self.others)]
        self.sheet.header(row + 1, labels, numbers=tuple(range(3, last + 1)))
        return row + 2

    def row(
        self, row: int, label: str, unit: str, cell: Callable[[ModelOption], tuple[str, Value]], style: str, *, bold: bool = False
    ) -> None:
        """One figure of each option, and the differences."""
        self.sheet.text(row, 1, label, "calc total label" if bold else "row head")
        self.sheet.text(row, 2, unit, "calc total unit" if bold else "cell muted")
        found: dict[str, Value] = {}
        for option in self.options:
            formula, value = cell(option)
            found[option.id] = value
            self.sheet.formula(row, self.column[option.id], formula, value, style)
        plain = {"cross money": "cell money", "cross unit cost": "cell unit cost"}.get(style, style)
        start = self.sheet.ref(row, self.column[self.base.id], sheet=False).replace(f"${row}", str(row))
        for place, option in enumerate(self.others, 3 + len(self.options)):
            own = f"{self.sheet.letter(self.column[option.id])}{row}"
            mine, theirs = found[option.id], found[self.base.id]
            known = isinstance(mine, float | int) and isinstance(theirs, float | int)
            value = mine - theirs if known else NOT_AVAILABLE  # type: ignore[operator]
            self.sheet.formula(row, place, f'IFERROR({own} - {start}, "{NOT_AVAILABLE}")', value, plain)


def _headlines(layout: Layout, grid: _Grid, row: int) -> int:
    figures, sheet, currency = layout.figures, grid.sheet, layout.study.cost.currency
    for label, key, unit, style in _HEADLINES:
        if all(f"{o.id}.{key}" in layout.once for o in grid.options):
            grid.row(
                row,
                label,
                unit.format(currency),
                lambda o, key=key: (layout.once[f"{o.id}.{key}"], figures.once(f"{o.id}.{key}")),  # type: ignore[misc]
                style,
            )
            row += 1
    sheet.text(row, 1, "Present value as the tool computed it (value)", "row head")
    sheet.text(row + 1, 1, "Live present value less that", "row head")
    sheet.text(row + 2, 1, "State of the values", "row head")
    for at in (row, row + 1):
        sheet.text(at, 2, currency, "cell muted")
    sheet.text(row + 2, 2, "", "cell muted")
    for option in grid.options:
        column, live = grid.column[option.id], figures.amount(f"{option.id}.npv")
        stored = layout.study.cost.options[option.id].npv
        mine = f"{sheet.letter(column)}{row}"
        sheet.number(row, column, stored, "cell money")
        sheet.formula(row + 1, column, f"{layout.once[f'{option.id}.npv']} - {mine}", live - stored, "cell cents")
        words = FRESH if abs(live - stored) < CENT else STALE
        sheet.formula(row + 2, column, f'IF(ABS({sheet.letter(column)}{row + 1}) < {CENT}, "{FRESH}", "{STALE}")', words, "cell result")
    cells = f"{sheet.letter(3)}{row + 2}:{sheet.letter(2 + len(grid.options))}{row + 2}"
    first = f"{sheet.letter(3)}{row + 2}"
    sheet.mark_when(cells, f'LEFT({first}, 5)="STALE"', *STALE_LOOK)
    sheet.mark_when(cells, f'LEFT({first}, 2)="as"', *FRESH_LOOK)
    layout.cells["stale options"] = sheet.ref(row + 2, 3)
    sheet.text(row + 3, 1, "Master check of the workbook", "row head")
    sheet.text(row + 3, 2, "", "cell muted")
    sheet.formula(row + 3, 3, f"'{CHECKS}'!$C$4", "holds", "cell result")
    return row + 4


def _years(layout: Layout, grid: _Grid, row: int) -> int:
    calc, figures, horizon = layout.book[CALC], layout.figures, layout.model.horizon
    first_row = row
    for start in range(0, horizon, _YEAR):
        end = min(start + _YEAR, horizon)

        def cell(o: ModelOption, start: int = start, end: int = end) -> tuple[str, Value]:
            line = layout.rows[f"{o.id}.cost"]
            return f"SUM({calc.span(line, FIRST + start, line, FIRST + end - 1)})", math.fsum(figures.months(f"{o.id}.cost")[start:end])

        grid.row(row, f"Year {start // _YEAR + 1} (months {start + 1} to {end})", layout.study.cost.currency, cell, "cross money")
        row += 1

    def total(o: ModelOption) -> tuple[str, Value]:
        letter = grid.sheet.letter(grid.column[o.id])
        return f"SUM({letter}{first_row}:{letter}{row - 1})", math.fsum(figures.months(f"{o.id}.cost"))

    grid.row(row, "All years", layout.study.cost.currency, total, "calc total", bold=True)
    for option in grid.options:
        layout.cells[f"years total {option.id}"] = grid.sheet.ref(row, grid.column[option.id])
    return row + 1


def _lines(layout: Layout, grid: _Grid, row: int) -> int:
    """Present value of every cost line; remembers the cell of each for the cases and the check."""
    model, calc, sheet = layout.model, layout.book[CALC], grid.sheet
    labels: dict[str, str] = {}
    for option in model.options:
        for line in model.costs(option.id):
            labels.setdefault(line.key, line.label)
    known = {line.id for line in model.lines}
    last, discount = FIRST + model.horizon - 1, layout.rows["discount"]
    factors = calc.span(discount, FIRST, discount, last)
    first_row = row
    for key, label in labels.items():

        def cell(o: ModelOption, key: str = key, at: int = row) -> tuple[str, Value]:
            id = f"{o.id}.{key}"
            if id not in known or id not in layout.rows:
                return "0", 0.0
            layout.cells[f"pv {id}"] = sheet.ref(at, grid.column[o.id])
            line = layout.rows[id]
            return f"SUMPRODUCT({calc.span(line, FIRST, line, last)}, {factors})", present_value(layout, id)

        grid.row(row, label, layout.study.cost.currency, cell, "cross money")
        row += 1

    def total(o: ModelOption) -> tuple[str, Value]:
        letter = sheet.letter(grid.column[o.id])
        return f"SUM({letter}{first_row}:{letter}{row - 1})", math.fsum(present_value(layout, c.id) for c in model.costs(o.id))

    grid.row(row, "Present value (NPV)", layout.study.cost.currency, total, "calc total", bold=True)
    for option in grid.options:
        layout.cells[f"pv total {option.id}"] = sheet.ref(row, grid.column[option.id])
    return row + 1


def present_value(layout: Layout, line: str) -> float:
    """Discounted sum of a monthly line."""
    return math.fsum(a * b for a, b in zip(layout.figures.months(line), layout.figures.months("discount"), strict=True))


def _workflows(layout: Layout, sheet: Sheet, row: int) -> int:
    """Each workflow's part, as the tool worked it out."""
    cost = layout.study.cost
    options = [o for o in layout.model.options if cost.options[o.id].workflows]
    if not options:
        return row
    sheet.heading(row, "Part of each workflow, as computed (values; what is joint is split by sessions)", 1, 7)
    heads = ("Workflow and option", "Unit", "Total", "Accepted outcomes", "Cost per outcome", "Budget a month", "Within budget")
    sheet.header(row + 1, heads, numbers=(3, 4, 5, 6, 7))
    row += 2
    names = {w.id: w.name or w.id for w in layout.study.audit.workflows} | dict(layout.model.workflows)
    for option in options:
        for id, part in cost.options[option.id].workflows.items():
            sheet.text(row, 1, f"{names.get(id, id)}: {option.label}", "row head")
            sheet.text(row, 2, cost.currency, "cell muted")
            sheet.number(row, 3, part.total, "cell money")
            sheet.number(row, 4, part.outcomes, "cell whole")
            sheet.number(row, 5, part.cost_per_outcome, "cell unit cost")
            sheet.number(row, 6, part.budget_per_month, "cell money")
            sheet.number(row, 7, part.probability_within_budget, "cell percent")
            row += 1
    sheet.prose(
        row,
        1,
        6,
        "Within budget: share of simulated futures in which the average month stays within what the workflow may cost; empty where no "
        "budget was given.",
        "note",
    )
    return row
