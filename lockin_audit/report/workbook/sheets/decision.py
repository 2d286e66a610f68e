"""Sheet "Decision": the page a board reads. The sentence and the numbers follow the inputs; the advice is the study's."""

from __future__ import annotations

import math
from collections.abc import Iterable

from lockin_audit.report import numbers
from lockin_audit.report.key_numbers import sessions_today
from lockin_audit.report.narrative import Narrative, narrate
from lockin_audit.report.workbook.cells import Value, text_literal
from lockin_audit.report.workbook.layout import NOT_AVAILABLE, Layout
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.styles import STALE_LOOK
from lockin_audit.report.workbook.titles import CHECKS, DECISION, HEAT_MAP

_LAST = 6
_AGREE = "The words on this page were written for the inputs as they are now."
_CHANGED = "Inputs have changed since the words on this page were written: go by the figures, and run the tool again for the words."


def fill_decision(layout: Layout) -> None:
    """Sentence, numbers, conditions, recommendation per workflow, actions."""
    sheet, story = layout.book[DECISION], narrate(layout.study)
    sheet.widths(42, 21, 21, 21, 22, 26)
    sheet.front(story.title, story.subject)
    sheet.prose(4, 1, _LAST, story.verdict, "headline")
    row = 5
    for reason in story.draft:
        sheet.prose(row, 1, _LAST, f"DRAFT. {reason}", "draft")
        row += 1
    row = _sentence(layout, sheet, row)
    row = _four(layout, sheet, row + 1)
    row = _list(sheet, row + 1, "What would change the answer", story.flips)
    page_one = row = _list(sheet, row, "What to do next", story.actions)
    row = _options(layout, sheet, row + 1)
    page_two = row = _further(layout, sheet, row + 1)
    row = _workflows(sheet, row + 1, story)
    sheet.link(row + 1, 1, "Where the logic leaks: heat map", HEAT_MAP)
    sheet.link(row + 2, 1, "Whether the workbook adds up: checks", CHECKS)
    set_up_page(sheet, last_column="F", last_row=row + 2, breaks=(page_one, page_two))


def _sentence(layout: Layout, sheet: Sheet, row: int) -> int:
    """The money in one sentence that follows the inputs."""
    model = layout.model
    if layout.compared is None:
        return row
    before, after = (option.label for option in layout.compared)
    saving, currency = layout.figures.amount("saving.npv"), layout.study.cost.currency
    cell = layout.cells["saving"]
    start = f"With the inputs as they are now, over {model.horizon} months, {after} costs {currency} "
    tail = f" than {before} in present value."
    formula = f'{text_literal(start)}&FIXED(ABS({cell}), 0)&IF({cell} >= 0, " less", " more")&{text_literal(tail)}'
    value = f"{start}{abs(saving):,.0f}{' less' if saving >= 0 else ' more'}{tail}"
    sheet.formula_prose(row, 1, _LAST, formula, value, "key label")
    flag = layout.cells["stale break-even"]
    state = layout.value(flag)
    changed = f'IF(LEFT({flag}, 5) = "STALE", {text_literal(_CHANGED)}, {text_literal(_AGREE)})'
    sheet.formula_prose(row + 1, 1, _LAST, changed, _CHANGED if str(state).startswith("STALE") else _AGREE, "note")
    return row + 2


def _options(layout: Layout, sheet: Sheet, row: int) -> int:
    """Each option beside the others, live."""
    options, currency = layout.model.options, layout.study.cost.currency
    sheet.heading(row, "What each way costs", 1, _LAST)
    sheet.header(row + 1, ("", *(o.label for o in options), "Unit"), numbers=tuple(range(2, 2 + len(options))))
    for column in range(3 + len(options), _LAST + 1):
        sheet.text(row + 1, column, "", "column head")
    figures = [
        ("Total over the horizon", "total", currency, "key money"),
        ("Present value (NPV)", "npv", currency, "key money"),
        ("Cost per session", "cost_per_session", f"{currency} per session", "key price"),
        ("Cost per accepted outcome", "cost_per_outcome", f"{currency} per outcome", "key price"),
        ("Cost of leaving at the horizon (memo, not in the total)", "exit_liability", currency, "key money"),
    ]
    row += 2
    for label, key, unit, style in figures:
        if not all(f"{o.id}.{key}" in layout.once for o in options):
            continue
        sheet.text(row, 1, label, "key label")
        for column, option in enumerate(options, 2):
            line = f"{option.id}.{key}"
            sheet.formula(row, column, layout.once[line], layout.figures.once(line), style)
        sheet.text(row, 2 + len(options), unit, "key unit")
        row += 1
    return row


def _heads(sheet: Sheet, row: int, title: str) -> int:
    sheet.heading(row, title, 1, _LAST)
    sheet.header(row + 1, ("", "Figure", "Unit", "Note"), numbers=(2,))
    for column in (5, 6):
        sheet.text(row + 1, column, "", "column head")
    return row + 2


def _four(layout: Layout, sheet: Sheet, row: int) -> int:
    """The four numbers, live, and whether the workbook holds."""
    model, cost, audit = layout.model, layout.study.cost, layout.study.audit
    row = _heads(sheet, row, "Four numbers")
    if layout.compared:
        before, after = (option.label for option in layout.compared)
        row = _lines(
            layout,
            sheet,
            row,
            (
                ("Saving by moving (NPV)", "saving.npv", cost.currency, f"{before} less {after}; below nil means moving costs more"),
                ("Payback", "saving.payback_month", "month", f"month of {model.horizon}; {NOT_AVAILABLE}: not within the horizon"),
                ("Break-even volume", "saving.break_even_sessions", "sessions a month", _volume_note(layout)),
            ),
        )
    note = f"{numbers.days(audit.leave_days)}; see Rebuild list"
    _figure(
        sheet,
        row,
        "Effort to leave the runtime, likely",
        (layout.cells["leave days"], audit.leave_days.likely),
        "person-days",
        "key days",
        note,
    )
    row += 1
    sheet.text(row, 1, "Master check of the workbook", "key label")
    sheet.formula(row, 2, f'IF({layout.cells["master"]}, "holds", "FAILS: see Checks")', "holds", "key whole")
    sheet.text(row, 3, "", "key unit")
    _note(sheet, row, "every sum agrees and every input is one the model allows")
    sheet.mark_when(f"B{row}", f'LEFT($B${row}, 5)="FAILS"', *STALE_LOOK)
    return row + 1


def _further(layout: Layout, sheet: Sheet, row: int) -> int:
    """What else a reader asks about the move: other paybacks, the chance, the other event."""
    model, cost, audit = layout.model, layout.study.cost, layout.study.audit
    row = _heads(sheet, row, "More about the move")
    within = f"month of {model.horizon}; {NOT_AVAILABLE}: not within the horizon"
    if layout.compared:
        row = _lines(
            layout,
            sheet,
            row,
            (
                ("Payback, discounted", "saving.discounted_payback_month", "month", within),
                ("Payback that lasts", "saving.sustained_payback_month", "month", within),
                (
                    "Saving, not discounted",
                    "saving.total",
                    cost.currency,
                    "may have another sign than the present value: later savings count in full",
                ),
                (
                    "Internal rate of return",
                    "saving.irr_annual",
                    "a year",
                    f"{NOT_AVAILABLE} where the saving does not change sign exactly once",
                ),
            ),
        )
    if "probability" in layout.cells and cost.simulation is not None:
        state = f'"Simulated value: "&{layout.cells["stale simulation"]}'
        chance = (layout.cells["probability"], cost.simulation.probability_owned_cheaper)
        _figure(sheet, row, "Share of futures in which moving is cheaper", chance, "share", "key percent", "")
        sheet.formula(row, 4, state, f"Simulated value: {layout.value(layout.cells['stale simulation'])}", "key note")
        row += 1
    note = f"{numbers.days(audit.swap_days)}; see Rebuild list"
    _figure(
        sheet, row, "Effort to swap the model, likely", (layout.cells["swap days"], audit.swap_days.likely), "person-days", "key days", note
    )
    return row + 1


def _lines(layout: Layout, sheet: Sheet, row: int, lines: Iterable[tuple[str, str, str, str]]) -> int:
    """Figures of the model, where it has them."""
    for label, line, unit, note in lines:
        if line in layout.once:
            money = unit == layout.study.cost.currency
            style = "key money" if money else "key percent" if unit == "a year" else "key whole"
            _figure(sheet, row, label, (layout.once[line], layout.figures.once(line)), unit, style, note)
            row += 1
    return row


def _volume_note(layout: Layout) -> str:
    """Today's volume, and whether the single figure is only an estimate."""
    comparison = layout.study.cost.comparison
    found = comparison.break_even_sessions if comparison else ()
    closed = layout.figures.once("saving.break_even_sessions")
    exact = not found if isinstance(closed, str) else len(found) == 1 and math.isclose(found[0], float(closed or 0), rel_tol=1e-9)
    estimate = "" if exact else "; prices come in steps, so this is a straight-line estimate"
    return f"today {numbers.quantity(sessions_today(layout.study))}{estimate}; see Break-even"


def _figure(sheet: Sheet, row: int, label: str, cell: tuple[str, Value], unit: str, style: str, note: str) -> None:
    sheet.text(row, 1, label, "key label")
    sheet.formula(row, 2, cell[0], cell[1], style)
    sheet.text(row, 3, unit, "key unit")
    _note(sheet, row, note)


def _note(sheet: Sheet, row: int, note: str) -> None:
    sheet.prose(row, 4, _LAST, note, "key note")


def _workflows(sheet: Sheet, row: int, story: Narrative) -> int:
    sheet.heading(row, "Recommendation for each workflow", 1, _LAST)
    sheet.header(row + 1, ("Workflow", "Recommendation", "Who depends on it", "Why"))
    for column in (5, 6):
        sheet.text(row + 1, column, "", "column head")
    row += 2
    for line in story.workflows:
        sheet.text(row, 1, line.name, "row head")
        sheet.text(row, 2, line.advice, "cell bold")
        sheet.text(row, 3, line.criticality, "cell muted")
        sheet.prose(row, 4, _LAST, "\n".join(line.reasons), "cell")
        row += 1
    return row


def _list(sheet: Sheet, row: int, heading: str, sentences: tuple[str, ...]) -> int:
    sheet.heading(row, heading, 1, _LAST)
    for number, sentence in enumerate(sentences, 1):
        row += 1
        sheet.prose(row, 1, _LAST, f"{number}. {sentence}", "body")
    return row + 1
