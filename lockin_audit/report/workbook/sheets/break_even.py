"""Sheet "Break-even": the volume at which both compared options cost the same, worked out live, with the line it comes from.

The saving is a + b × volume wherever every meter is linear: a is what it comes to on costs that do not depend on volume, b on those
that do.
"""

from __future__ import annotations

from lockin_audit.report.workbook.cells import Value
from lockin_audit.report.workbook.chart import Categories, Data, Words, line_chart, place
from lockin_audit.report.workbook.layout import NOT_AVAILABLE, Layout
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.sheets.simulation import stale_flag
from lockin_audit.report.workbook.styles import OWNED
from lockin_audit.report.workbook.titles import BREAK_EVEN

_STEPS = 12
_CHART_ROWS = 18
_NONE = "No volume makes both options cost the same"


def fill_break_even(layout: Layout) -> None:
    """The closed form step by step, the crossings the tool's own search found, and the saving by volume as table and chart."""
    sheet, comparison = layout.book[BREAK_EVEN], layout.study.cost.comparison
    sheet.widths(56, 22, 22, 44)
    sheet.front("Break-even", "How many sessions a month (all workflows, month 1) make both options cost the same, in present value.")
    if comparison is None or "saving.npv_fixed" not in layout.once:
        sheet.text(4, 1, "No two options are compared.", "plain")
        set_up_page(sheet, last_column="D", last_row=5)
        return
    _closed_form(layout, sheet)
    row = _search(layout, sheet, 14)
    end = _by_volume(layout, sheet, row)
    set_up_page(sheet, last_column="D", last_row=end, freeze="A3", breaks=(row - 1,))


def _closed_form(layout: Layout, sheet: Sheet) -> None:
    currency, figures = layout.study.cost.currency, layout.figures
    sheet.heading(4, "Worked out from the model (live)", 1, 4)
    sheet.header(5, ("Step", "Figure", "Unit", "How"), numbers=(2,))
    steps = (
        ("a: saving on costs that do not depend on volume", "saving.npv_fixed", currency, "present value, from Calc", "cross money"),
        (
            "b: saving on costs that follow volume, at today's volume",
            "saving.npv_volume",
            currency,
            "present value, from Calc",
            "cross money",
        ),
        ("Break-even volume against today's", "saving.break_even_factor", "times", "−a ÷ b where their signs differ", "cross factor"),
        ("Break-even volume", "saving.break_even_sessions", "sessions a month", "times the sessions of month 1", "cross money"),
    )
    for row, (label, line, unit, how, style) in enumerate(steps, 6):
        sheet.text(row, 1, label, "row head")
        sheet.formula(row, 2, layout.once[line], figures.once(line), style)
        sheet.text(row, 3, unit, "cell muted")
        sheet.text(row, 4, how, "cell muted")
    factor = figures.once("saving.break_even_factor")
    proof: Value = NOT_AVAILABLE if isinstance(factor, str) else 0.0
    span = max(2.0, 2 * factor) if isinstance(factor, float) else 2.0
    for row, label, formula, value, style, unit, how in (
        (
            10,
            "Saving at that volume; must be nil",
            f'IFERROR($B$6 + $B$7 * $B$8, "{NOT_AVAILABLE}")',
            proof,
            "cell money",
            currency,
            "a + b × times",
        ),
        (
            11,
            "Chart below runs to",
            "IF(ISNUMBER($B$8), MAX(2, 2 * $B$8), 2)",
            span,
            "cell days",
            "times",
            "today's volume or twice the break-even",
        ),
    ):
        sheet.text(row, 1, label, "row head")
        sheet.formula(row, 2, formula, value, style)
        sheet.text(row, 3, unit, "cell muted")
        sheet.text(row, 4, how, "cell muted")
    layout.cells["break-even proof"] = sheet.ref(10, 2)


def _search(layout: Layout, sheet: Sheet, row: int) -> int:
    """What the tool found by searching over volumes with the whole model, as values with a flag."""
    comparison = layout.study.cost.comparison
    assert comparison is not None  # the caller has checked
    sheet.heading(row, "Found by the tool, searching over volumes with the whole model (values)", 1, 4)
    sheet.header(row + 1, ("Crossing", "Figure", "Unit", ""), numbers=(2,))
    at = row + 2
    if not comparison.break_even_sessions:
        sheet.text(at, 1, "None: no volume searched makes both options cost the same", "row head")
        at += 1
    for number, crossing in enumerate(comparison.break_even_sessions, 1):
        sheet.text(at, 1, f"Crossing {number}", "row head")
        sheet.number(at, 2, crossing, "cell money")
        sheet.text(at, 3, "sessions a month", "cell muted")
        at += 1
    sheet.text(at, 1, "Saving (NPV) at today's volume when searched", "row head")
    sheet.number(at, 2, comparison.saving_npv, "cell money")
    sheet.text(at, 3, layout.study.cost.currency, "cell muted")
    sheet.text(at + 1, 1, "State of these values", "row head")
    layout.cells["stale break-even"] = stale_flag(layout, sheet, at + 1, 2, sheet.ref(at, 2), comparison.saving_npv)
    sheet.prose(
        at + 2,
        1,
        4,
        "Where prices come in steps (packs of credits), the saving is not a straight line and may cross nil several times: the search "
        "finds every crossing, the closed form only that of the straight line through nil volume and today's volume.",
        "note",
    )
    return at + 4


def _by_volume(layout: Layout, sheet: Sheet, row: int) -> int:
    """Saving along the straight line from nil volume on: table and chart."""
    currency, figures = layout.study.cost.currency, layout.figures
    sheet.heading(row, "Saving by volume", 1, 4)
    sessions = figures.once("saving.break_even_sessions")
    start, end = "Both options cost the same at ", " sessions a month"
    title = f"{start}{sessions:,.0f}{end}" if isinstance(sessions, float) else _NONE
    sheet.formula(row + 1, 1, f'IF(ISNUMBER($B$9), "{start}"&FIXED($B$9, 0)&"{end}", "{_NONE}")', title, "finding")
    top = row + 2 + _CHART_ROWS
    sheet.header(top, ("Step", "Times today's volume", "Sessions a month", f"Saving (NPV, {currency})"), numbers=(2, 3, 4))
    fixed, volume = figures.amount("saving.npv_fixed"), figures.amount("saving.npv_volume")
    span, today = sheet.values["B11"], figures.months("sessions")[0]
    assert isinstance(span, float)  # written above
    multiples = [step * span / _STEPS for step in range(_STEPS + 1)]
    for step, multiple in enumerate(multiples):
        at = top + 1 + step
        sheet.number(at, 1, step, "cell index")
        sheet.formula(at, 2, f"A{at} * $B$11 / {_STEPS}", multiple, "cell number", "0.00")
        sheet.formula(at, 3, f"B{at} * INDEX({layout.cells['sessions row']}, 1)", multiple * today, "cross money")
        sheet.formula(at, 4, f"$B$6 + $B$7 * B{at}", fixed + volume * multiple, "cell money")
    last = top + 1 + _STEPS
    words = Words(title, sheet.ref(row + 1, 1), "Sessions a month", f"Saving (NPV, {currency})")
    savings = Data(words.up, sheet.ref(top, 4), [fixed + volume * m for m in multiples], sheet.span(top + 1, 4, last, 4), OWNED)
    chart = line_chart(words, Categories([m * today for m in multiples], sheet.span(top + 1, 3, last, 3)), [savings])
    chart.legend = None
    place(sheet, chart, f"A{row + 2}", 26, 8.4)
    return last
