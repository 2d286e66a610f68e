"""Sheet "Scenarios": the named what-ifs, what each changes (editable), and the regret of each choice."""

from __future__ import annotations

from collections.abc import Sequence

from lockin_audit.finance.model import ModelOption
from lockin_audit.report.workbook.layout import Layout, input_format
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.styles import STALE_LOOK
from lockin_audit.report.workbook.titles import SCENARIOS
from lockin_audit.report.workbook.words import CENT, FRESH, STALE

_CHOICES = 8


def fill_scenario_definitions(layout: Layout) -> None:
    """The scenarios, what the selector accepts, and the changes; to be filled before Inputs, which refers to them."""
    sheet, figures = layout.book[SCENARIOS], layout.figures
    sheet.widths(11, 50, 46, 18, 18, 18, 3, 20)
    sheet.front(
        "Scenarios",
        "A scenario changes some inputs and leaves the rest. Choose one at the top of Inputs; edit the blue cells to try another strength.",
    )
    count = len(figures.scenarios)
    sheet.heading(4, "The scenarios", 1, 5)
    sheet.header(5, ("Number", "Name", "In words", "Inputs changed"), numbers=(4,))
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
    row = 7 + 2 * count
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
        set_up_page(sheet, last_column="H", last_row=row + 1, freeze="A3")
        return
    options = [layout.model.option(o) for o in regret.npv]
    currency = layout.study.cost.currency
    labels = dict(layout.figures.scenarios)
    heads = ("Number", "Scenario", "", *(f"Cost (NPV, {currency}) of {o.label}" for o in options))
    regret_column = 4 + len(options) + 1
    for column in (*range(4, 4 + len(options)), *range(regret_column, regret_column + len(options))):
        sheet.widen(column, 18)
    sheet.header(row + 1, heads, numbers=tuple(range(4, 4 + len(options))))
    sheet.header(row + 1, [f"Regret of {o.label}" for o in options], regret_column)
    first = row = row + 2
    for position, scenario in enumerate(regret.scenarios):
        sheet.number(row, 1, position + 1, "cell index")
        sheet.text(row, 2, scenario, "cell bold")
        sheet.text(row, 3, labels.get(scenario, ""), "cell")
        block = sheet.span(row, 4, row, 3 + len(options), sheet=False)
        for offset, option in enumerate(options):
            sheet.number(row, 4 + offset, regret.npv[option.id][position], "cell money")
            own = sheet.ref(row, 4 + offset, sheet=False)
            sheet.formula(
                row,
                regret_column + offset,
                f"{own} - MIN({block})",
                regret.npv[option.id][position] - min(v[position] for v in regret.npv.values()),
                "cell money",
            )
        row += 1
    sheet.text(row, 2, "Greatest regret", "calc total label")
    for offset, option in enumerate(options):
        cells = sheet.span(first, regret_column + offset, row - 1, regret_column + offset, sheet=False)
        worst = max(regret.npv[option.id][p] - min(v[p] for v in regret.npv.values()) for p in range(len(regret.scenarios)))
        sheet.formula(row, regret_column + offset, f"MAX({cells})", worst, "calc total")
    row = _choices(layout, sheet, row, first, regret_column, options)
    _freshness(layout, sheet, row + 1, first, first + len(regret.scenarios) - 1, options[0].id)
    sheet.prose(
        row + 3,
        1,
        6,
        "Regret is what a choice costs more than the best choice in that scenario. The choice whose greatest regret is smallest is the "
        "safest when nobody can say which scenario will come. The costs are values of the run that wrote this; the line above says whether "
        "they still hold.",
        "note",
    )
    last_column = sheet.letter(max(8, regret_column + len(options) + 2))
    set_up_page(sheet, last_column=last_column, last_row=row + 3, freeze="A3", breaks=(int(layout.cells["scenario end"]) + 1,))


def _choices(layout: Layout, sheet: Sheet, row: int, first: int, column: int, options: Sequence[ModelOption]) -> int:
    """Mean regret by the scenarios' weights, the saving of the move against the base case, and which choice is safest; returns the row."""
    regret = layout.study.cost.regret
    assert regret is not None  # checked by the caller
    last, after = first + len(regret.scenarios) - 1, column + len(options)
    sheet.text(row + 1, 2, "Regret on average, by weight", "calc total label")
    weights = sheet.span(first, after, last, after, sheet=False)
    sheet.widen(after, 12)
    sheet.text(first - 1, after, "Weight", "column head number")
    held = regret.weights or (1 / len(regret.scenarios),) * len(regret.scenarios)
    for place, weight in enumerate(held):
        sheet.number(first + place, after, weight, "input percent")
    means, worst = [], []
    for offset, option in enumerate(options):
        lost = [regret.npv[option.id][p] - min(v[p] for v in regret.npv.values()) for p in range(len(held))]
        means.append(sum(w * x for w, x in zip(held, lost, strict=True)) / sum(held))
        worst.append(max(lost))
        cells = sheet.span(first, column + offset, last, column + offset, sheet=False)
        sheet.formula(row + 1, column + offset, f"SUMPRODUCT({cells}, {weights}) / SUM({weights})", means[-1], "calc total")
    names = sheet.span(row + 3, 4, row + 3, 3 + len(options), sheet=False)
    for offset, option in enumerate(options):
        sheet.text(row + 3, 4 + offset, option.label, "cell muted")
    sheet.text(row + 3, 2, "Options", "row head")
    for at, line, words, values in (
        (row + 4, row, "Smallest greatest regret (the safest choice)", worst),
        (row + 5, row + 1, "Smallest regret on average", means),
    ):
        cells = sheet.span(line, column, line, column + len(options) - 1, sheet=False)
        sheet.text(at, 2, words, "row head")
        sheet.formula(at, 3, f"INDEX({names}, 1, MATCH(MIN({cells}), {cells}, 0))", options[values.index(min(values))].label, "cell bold")
    if layout.compared is not None and {o.id for o in layout.compared} <= set(regret.npv):
        _savings(layout, sheet, first, after + 1, options)
    return row + 6


def _savings(layout: Layout, sheet: Sheet, first: int, column: int, options: Sequence[ModelOption]) -> None:
    """Saving of the move in each scenario, and that against the base case."""
    regret = layout.study.cost.regret
    assert regret is not None and layout.compared is not None  # checked by the caller
    before, after = (next(n for n, o in enumerate(options) if o.id == c.id) for c in layout.compared)
    saved = [a - b for a, b in zip(regret.npv[options[before].id], regret.npv[options[after].id], strict=True)]
    for place, label in ((column, "Saving by moving"), (column + 1, "Against the base case")):
        sheet.widen(place, 16)
        sheet.text(first - 1, place, label, "column head number")
    letter = sheet.letter(column)
    for row, value in enumerate(saved, first):
        sheet.formula(row, column, f"{sheet.letter(4 + before)}{row} - {sheet.letter(4 + after)}{row}", value, "cell money")
        sheet.formula(row, column + 1, f"{letter}{row} - {letter}${first}", value - saved[0], "cell money")


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
