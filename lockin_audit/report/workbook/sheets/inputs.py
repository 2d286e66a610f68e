"""Sheet "Inputs": the register of every number the model rests on, with the scenario selector.

The blue cells are the inputs. Each scenario has a column that says what the scenario makes of the base value; the live value is the one
under the chosen scenario, and the only one the model reads.
"""

from __future__ import annotations

from collections import defaultdict

from openpyxl.worksheet.datavalidation import DataValidation

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.audit import OwnerRole
from lockin_audit.finance.model import input_name
from lockin_audit.report.words import BASES
from lockin_audit.report.workbook.layout import Layout, input_format
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.titles import INPUTS

HEAD = 7
_COLUMNS = {
    "Input": 52,
    "Base value": 15,
    "Live value": 15,
    "Unit": 24,
    "Low (P10)": 14,
    "High (P90)": 14,
    "Basis": 22,
    "Source": 50,
    "As of": 12,
    "Owner": 20,
    "Rank": 8,
    "Least allowed": 12,
    "Most allowed": 12,
    "Id": 44,
}
_BASE, _LIVE, _LOW, _HIGH, _DATED, _OWNER, _RANK, _LEAST, _MOST, _ID, _SCENARIO = 2, 3, 5, 6, 9, 10, 11, 12, 13, 14, 15
_ANY = 1e15
_OWNERS: dict[str, OwnerRole] = {
    "price": "procurement",
    "market": "procurement",
    "people": "finance",
    "finance": "finance",
    "calendar": "finance",
    "volume": "business owner",
    "board": "board sponsor",
}
"""First part of an input's id → who would know; workflows and options have rules of their own."""
_BUSINESS = {
    *("sessions_per_month", "growth_per_month", "success_rate", "busy_factor", "busy_from", "busy_to"),
    *("review_share", "review_minutes", "failure_minutes", "escalation_share", "peak_factor"),
}


def fill_inputs(layout: Layout) -> None:
    """One row per input under a heading per group; the selector on top."""
    sheet, figures = layout.book[INPUTS], layout.figures
    count = len(figures.scenarios)
    sheet.widths(*_COLUMNS.values(), *[15.0] * count)
    sheet.front(
        "Inputs",
        "Change a blue cell, or the scenario, and the whole workbook follows. Rank 1 moves the saving most. Owners are suggestions.",
    )
    _selector(layout, sheet)
    numbers = (_BASE, _LIVE, _LOW, _HIGH, _DATED, _RANK, _LEAST, _MOST, *range(_SCENARIO, _SCENARIO + count))
    sheet.header(HEAD, (*_COLUMNS, *(f"Scenario {i}: {name}" for i, (name, _) in enumerate(figures.scenarios, 1))), numbers=numbers)
    swings = sorted(layout.study.cost.tornado, key=lambda bar: (-abs(bar.high - bar.low), bar.id))
    ranks = {bar.id: rank for rank, bar in enumerate(swings, 1)}
    allowed: dict[tuple[float | None, float | None], list[str]] = defaultdict(list)
    row, group = HEAD, ""
    for assumption in layout.model.assumptions:
        row += 1
        if (heading := assumption.id.partition(".")[0]) != group:
            group = heading
            for column in range(1, _SCENARIO + count):
                sheet.text(row, column, _group_name(layout, group) if column == 1 else "", "section")
            row += 1
        _row(layout, sheet, row, assumption, ranks.get(assumption.id))
        _live(layout, sheet, row, assumption)
        layout.base[assumption.id], layout.live[assumption.id] = sheet.ref(row, _BASE), sheet.ref(row, _LIVE)
        layout.book.define(input_name(assumption.id), sheet.ref(row, _BASE))
        typed = [sheet.ref(row, column, sheet=False).replace("$", "") for column in (_BASE, _LOW, _HIGH)]
        allowed[assumption.minimum, assumption.maximum] += typed
    for (least, most), cells in allowed.items():
        _validate(sheet, least, most, cells)
    for name, column in (("base", _BASE), ("live", _LIVE), ("low", _LOW), ("high", _HIGH), ("least", _LEAST), ("most", _MOST)):
        layout.cells[f"inputs {name}"] = sheet.span(HEAD + 1, column, row, column)
    sheet.mark_when(f"G{HEAD + 1}:G{row}", f'LEFT($G{HEAD + 1}, 7)="default"', "7F3F00", "FCE4D6")
    set_up_page(sheet, last_column=sheet.letter(_RANK), last_row=row, repeat_rows=f"{HEAD}:{HEAD}", freeze=f"B{HEAD + 1}")


def _selector(layout: Layout, sheet: Sheet) -> None:
    figures = layout.figures
    sheet.text(4, 1, "Scenario (name or number)", "row head")
    sheet.text(4, _BASE, figures.scenarios[figures.chosen][0], "input choice")
    sheet.text(4, 3, "choose from the list; the sheet Scenarios says what each one changes", "unit")
    sheet.text(5, 1, "Number of the scenario in use", "row head")
    names, numbers = layout.cells["scenario names"], layout.cells["scenario numbers"]
    cell = sheet.ref(4, _BASE, sheet=False)
    formula = f"IFERROR(MATCH({cell}, {names}, 0), IFERROR(MATCH({cell} * 1, {numbers}, 0), 1))"
    sheet.formula(5, _BASE, formula, figures.chosen + 1, "cross number")
    sheet.text(5, 3, "an unknown name counts as the base case and fails a check", "unit")
    layout.cells["scenario"] = sheet.ref(4, _BASE)
    layout.cells["scenario number"] = sheet.ref(5, _BASE)
    layout.book.define("in_scenario", sheet.ref(4, _BASE))
    choice = DataValidation(type="list", formula1=layout.cells["scenario choices"], allow_blank=False, showErrorMessage=True)
    choice.errorTitle, choice.error = "Unknown scenario", "Choose a scenario by its name or its number; the sheet Scenarios lists them."
    sheet.worksheet.add_data_validation(choice)
    choice.add(cell.replace("$", ""))


def _group_name(layout: Layout, group: str) -> str:
    """Heading over inputs whose ids begin alike: the workflow's or option's own name where there is one."""
    options = {o.id: o.label for o in layout.model.options}
    if group in layout.model.workflows:
        return f"Workflow: {layout.model.workflows[group]}"
    return f"Option: {options[group]}" if group in options else group.replace("_", " ").capitalize()


def _row(layout: Layout, sheet: Sheet, row: int, assumption: Assumption, rank: int | None) -> None:
    plain = _style(assumption, "cell")
    basis = "list price" if assumption.basis == "default" and assumption.id.startswith("price.") else BASES[assumption.basis]
    shown = _format(layout, assumption)
    sheet.text(row, 1, assumption.label, "row head")
    sheet.number(row, _BASE, layout.figures.base[assumption.id], _style(assumption, "input"), shown)
    sheet.text(row, 4, assumption.unit, "cell muted")
    for column, bound, name in ((_LOW, assumption.low, "low"), (_HIGH, assumption.high, "high")):
        sheet.number(row, column, bound, _style(assumption, "input"), shown)
        layout.cells[f"{name} {assumption.id}"] = sheet.ref(row, column)
    sheet.text(row, 7, basis, "cell")
    sheet.web_link(row, 8, assumption.source, assumption.source)
    sheet.day(row, _DATED, assumption.dated or layout.price_dates.get(assumption.id))
    sheet.text(row, _OWNER, _owner(layout, assumption.id), "free text")
    sheet.number(row, _RANK, rank, "cell whole")
    sheet.number(row, _LEAST, assumption.minimum, plain, shown)
    sheet.number(row, _MOST, assumption.maximum, plain, shown)
    sheet.text(row, _ID, assumption.id, "cell muted")


def _owner(layout: Layout, id: str) -> str:
    """The role that would know: a suggestion, to be typed over with a name."""
    head, _, key = id.partition(".")
    if head in layout.model.workflows:
        return "business owner" if key in _BUSINESS else "engineering lead"
    return _OWNERS.get(head, "engineering lead")


def _format(layout: Layout, assumption: Assumption) -> str:
    """Number format where the style's own (percent) does not hold."""
    return "" if _is_share(assumption) else input_format(layout.figures.base[assumption.id])


def _is_share(assumption: Assumption) -> bool:
    return assumption.unit.partition("/")[0] == "share"


def _style(assumption: Assumption, kind: str) -> str:
    """Shares show as percent, everything else as it is."""
    shares = {"cell": "cell share", "input": "input percent", "live": "live percent"}
    return shares[kind] if _is_share(assumption) else f"{kind} number"


def _live(layout: Layout, sheet: Sheet, row: int, assumption: Assumption) -> None:
    """What each scenario makes of the base value, and the live value picked from these."""
    figures, id, shown = layout.figures, assumption.id, _format(layout, assumption)
    changes = {c.scenario: c for c in figures.changes if c.input == id}
    base = f"${sheet.letter(_BASE)}{row}"
    for number in range(1, len(figures.scenarios) + 1):
        change = changes.get(number)
        formula = base
        if change is not None:
            cell = layout.cells[f"change {number} {id}"]
            formula = f"{base} * {cell}" if change.multiply else cell
        style = _style(assumption, "cell")
        sheet.formula(row, _SCENARIO + number - 1, formula, figures.by_scenario[number - 1][id], style, shown)
    choices = f"${sheet.letter(_SCENARIO)}{row}:${sheet.letter(_SCENARIO + len(figures.scenarios) - 1)}{row}"
    chosen = layout.cells["scenario number"].rpartition("!")[2]
    sheet.formula(row, _LIVE, f"INDEX({choices}, 1, {chosen})", figures.live(id), _style(assumption, "live"), shown)


def _validate(sheet: Sheet, least: float | None, most: float | None, cells: list[str]) -> None:
    """Refuse numbers outside what makes sense; without limits, refuse what is no number."""
    low, high = -_ANY if least is None else least, _ANY if most is None else most
    rule = DataValidation(type="decimal", operator="between", allow_blank=False, showErrorMessage=True)
    rule.formula1, rule.formula2 = f"{low:.15g}", f"{high:.15g}"
    words = " and ".join(f"at {end} {bound:,.15g}" for end, bound in (("least", least), ("most", most)) if bound is not None)
    rule.errorTitle, rule.error = "Not a value this input can take", f"Type a number {words}".strip() + "."
    sheet.worksheet.add_data_validation(rule)
    for cell in cells:
        rule.add(cell)
