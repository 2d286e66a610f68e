"""Sheet "Scenarios": the named what-ifs, what each changes (editable), and the regret of each choice."""

from __future__ import annotations

from dataclasses import dataclass

from lockin_audit.finance.model import ModelOption
from lockin_audit.report.workbook.layout import Layout, input_format
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.styles import STALE_LOOK
from lockin_audit.report.workbook.titles import SCENARIOS
from lockin_audit.report.workbook.words import CENT, FRESH, STALE

_CHOICES = 12
"""Column of what the selector accepts: beside everything else, and not printed."""


def fill_scenario_definitions(layout: Layout) -> None:
    """The scenarios, what the selector accepts, and the changes; to be filled before Inputs, which refers to them."""
    sheet, figures = layout.book[SCENARIOS], layout.figures
    sheet.widths(11, 50, 46, 18, 18, 18)
    sheet.front(
        "Scenarios",
        "A scenario changes some inputs and leaves the rest. Choose one at the top of Inputs; edit the blue cells to try another strength.",
    )
    count = len(figures.scenarios)
    sheet.heading(4, "The scenarios", 1, 5)
    sheet.header(5, ("Number", "Name", "In words", "Inputs changed"), numbers=(4,))
    sheet.widen(_CHOICES, 20)
    sheet.text(5, _CHOICES, "Selector accepts", "column head")
    for number, (name, label) in enumerate(figures.scenarios, 1):
        row = 5 + number
        sheet.number(row, 1, number, "cell index")
        sheet.text(row, 2, name, "cell bold")
        sheet.text(row, 3, label, "cell")
        changed = sum(c.scenario == number for c in figures.changes)
        sheet.number(row, 4, changed, "cell whole")
        sheet.text(row, _CHOICES, name, "cell")
        sheet.number(row + count, _CHOICES, number, "cell whole")
    layout.cells["scenario numbers"] = sheet.span(6, 1, 5 + count, 1)
    layout.cells["scenario names"] = sheet.span(6, 2, 5 + count, 2)
    layout.cells["scenario choices"] = sheet.span(6, _CHOICES, 5 + 2 * count, _CHOICES)
    row = 7 + count
    sheet.heading(row, "What each scenario changes", 1, 5)
    row += 1
    if not figures.changes:
        sheet.text(row, 1, "No scenario changes an input. Add [[scenario]] tables to lockin.toml to compare futures.", "plain")
    else:
        sheet.header(row, ("Scenario", "Input", "Id", "Change", "Number"), numbers=(5,))
        labels = {a.id: a.label for a in layout.model.assumptions}
        for change in figures.changes:
            row += 1
            sheet.number(row, 1, change.scenario, "cell index")
            sheet.text(row, 2, labels[change.input], "cell")
            sheet.text(row, 3, change.input, "cell muted")
            sheet.text(row, 4, "multiply by" if change.multiply else "set to", "cell")
            sheet.number(row, 5, change.number, "input number", input_format(change.number))
            layout.cells[f"change {change.scenario} {change.input}"] = sheet.ref(row, 5)
    layout.cells["scenario end"] = str(row)


def fill_regret(layout: Layout) -> None:
    """Cost of each option in each scenario as computed by the tool, and the regret worked out from it; after Calc."""
    sheet, regret = layout.book[SCENARIOS], layout.study.cost.regret
    row = int(layout.cells["scenario end"]) + 2
    sheet.heading(row, "Cost of each choice in each scenario, and regret", 1, 6)
    if regret is None:
        sheet.text(row + 1, 1, "No scenario was compared.", "plain")
        set_up_page(sheet, last_column="F", last_row=row + 1, freeze="A3")
        return
    options = [layout.model.option(o) for o in regret.npv]
    currency, count = layout.study.cost.currency, len(options)
    for column in range(4, 7 + count):
        sheet.widen(column, 18)
    costs = tuple(range(4, 4 + count))
    sheet.header(
        row + 1, ("Number", "Scenario", "Cost (NPV) as computed", *(o.label for o in options), "Weight"), numbers=(*costs, 4 + count)
    )
    first = row + 2
    weights = regret.weights or (1 / len(regret.scenarios),) * len(regret.scenarios)
    for place, weight in enumerate(weights):
        _names(layout, sheet, first + place, place)
        for column, option in enumerate(options, 4):
            sheet.number(first + place, column, regret.npv[option.id][place], "cell money")
        sheet.number(first + place, 4 + count, weight, "input percent", "0.0%")
    last = first + len(weights) - 1
    row = last + 2
    sheet.header(
        row, ("Number", "Scenario", f"Regret in {currency} (live over the costs above)", *(o.label for o in options)), numbers=costs
    )
    table = _Regret(first, last, row + 1, row + len(weights), tuple(weights), options)
    lost = [[costs[p] - min(v[p] for v in regret.npv.values()) for p in range(len(weights))] for costs in regret.npv.values()]
    for place in range(len(weights)):
        at = table.first_regret + place
        _names(layout, sheet, at, place)
        block = sheet.span(first + place, 4, first + place, 3 + count, sheet=False)
        for offset in range(count):
            own = sheet.ref(first + place, 4 + offset, sheet=False)
            sheet.formula(at, 4 + offset, f"{own} - MIN({block})", lost[offset][place], "cell money")
    row = _choices(sheet, table, lost)
    if layout.compared is not None and {o.id for o in layout.compared} <= set(regret.npv):
        _savings(layout, sheet, table)
    _freshness(layout, sheet, row + 1, first, last, options[0].id)
    sheet.prose(
        row + 3,
        1,
        6,
        "Regret is what a choice costs more than the best choice in that scenario. The choice whose greatest regret is smallest is the "
        "safest when nobody can say which scenario will come. The costs are values of the run that wrote this; the line above says whether "
        "they still hold. The weights are yours to change: nobody measured them.",
        "note",
    )
    last_column = sheet.letter(max(6, 5 + count))
    set_up_page(sheet, last_column=last_column, last_row=row + 3, freeze="A3", breaks=(int(layout.cells["scenario end"]) + 1,))


@dataclass(frozen=True)
class _Regret:
    """Where costs and regrets stand: their first and last rows; options from column D on."""

    first: int
    last: int
    first_regret: int
    last_regret: int
    weights: tuple[float, ...]
    options: list[ModelOption]


def _names(layout: Layout, sheet: Sheet, row: int, place: int) -> None:
    """Number, name and words of a scenario."""
    regret = layout.study.cost.regret
    assert regret is not None  # checked by the caller
    name = regret.scenarios[place]
    sheet.number(row, 1, place + 1, "cell index")
    sheet.text(row, 2, name, "cell bold")
    sheet.text(row, 3, dict(layout.figures.scenarios).get(name, ""), "cell")


def _choices(sheet: Sheet, table: _Regret, lost: list[list[float]]) -> int:
    """Greatest regret and mean regret of each choice, and which choice is safest; returns the last row."""
    row, count = table.last_regret + 1, len(table.options)
    worst = [max(each) for each in lost]
    means = [sum(w * x for w, x in zip(table.weights, each, strict=True)) / sum(table.weights) for each in lost]
    weights = sheet.span(table.first, 4 + count, table.last, 4 + count, sheet=False)
    for at, label in ((row, "Greatest regret"), (row + 1, "Regret on average, by weight")):
        for column in range(1, 4):
            sheet.text(at, column, label if column == 2 else "", "calc total label")
    for offset in range(count):
        cells = sheet.span(table.first_regret, 4 + offset, table.last_regret, 4 + offset, sheet=False)
        sheet.formula(row, 4 + offset, f"MAX({cells})", worst[offset], "calc total")
        sheet.formula(row + 1, 4 + offset, f"SUMPRODUCT({cells}, {weights}) / SUM({weights})", means[offset], "calc total")
    names = sheet.span(table.first_regret - 1, 4, table.first_regret - 1, 3 + count, sheet=False)
    for at, line, words, values in (
        (row + 3, row, "Smallest greatest regret: the safest choice", worst),
        (row + 4, row + 1, "Smallest regret on average", means),
    ):
        cells = sheet.span(line, 4, line, 3 + count, sheet=False)
        sheet.text(at, 2, words, "row head")
        best = table.options[values.index(min(values))].label
        sheet.formula(at, 3, f"INDEX({names}, 1, MATCH(MIN({cells}), {cells}, 0))", best, "cell bold")
    return row + 4


def _savings(layout: Layout, sheet: Sheet, table: _Regret) -> None:
    """Saving of the move in each scenario, and that against the base case, beside the regrets."""
    regret = layout.study.cost.regret
    assert regret is not None and layout.compared is not None  # checked by the caller
    column = 4 + len(table.options)
    before, after = (next(n for n, o in enumerate(table.options) if o.id == c.id) for c in layout.compared)
    saved = [a - b for a, b in zip(regret.npv[table.options[before].id], regret.npv[table.options[after].id], strict=True)]
    for place, label in ((column, "Saving by moving"), (column + 1, "Against the base case")):
        sheet.text(table.first_regret - 1, place, label, "column head number")
    letter = sheet.letter(column)
    for offset, value in enumerate(saved):
        row, source = table.first_regret + offset, table.first + offset
        sheet.formula(row, column, f"{sheet.letter(4 + before)}{source} - {sheet.letter(4 + after)}{source}", value, "cell money")
        sheet.formula(row, column + 1, f"{letter}{row} - {letter}${table.first_regret}", value - saved[0], "cell money")


def _freshness(layout: Layout, sheet: Sheet, row: int, first: int, last: int, option: str) -> None:
    """Compare the stored cost of the scenario in use with the live one."""
    live = layout.cells[f"npv {option}"]
    name = f"INDEX({layout.cells['scenario names']}, {layout.cells['scenario number']})"
    stored = f"SUMIFS({sheet.span(first, 4, last, 4, sheet=False)}, {sheet.span(first, 2, last, 2, sheet=False)}, {name})"
    sheet.text(row, 1, "State", "label")
    sheet.formula(row, 2, f'IF(ABS({stored} - {live}) < {CENT}, "{FRESH}", "{STALE}")', _state(layout, option), "cell bold")
    layout.cells["stale regret"] = sheet.ref(row, 2)
    sheet.mark_when(f"B{row}", f'LEFT($B${row}, 5)="STALE"', *STALE_LOOK)


def _state(layout: Layout, option: str) -> str:
    """Whether the stored cost of the scenario in use is the live one."""
    regret, figures = layout.study.cost.regret, layout.figures
    assert regret is not None  # checked by the caller
    name = figures.scenarios[figures.chosen][0]
    stored = sum(npv for scenario, npv in zip(regret.scenarios, regret.npv[option], strict=True) if scenario == name)
    return FRESH if abs(stored - figures.amount(f"{option}.npv")) < CENT else STALE
