"""Sheet "Tornado": how far each input alone moves the saving, as values, with a chart and a live flag that says whether they still hold."""

from __future__ import annotations

from collections.abc import Sequence

from lockin_audit.finance.result import TornadoBar
from lockin_audit.report import numbers
from lockin_audit.report.workbook.chart import Categories, Data, Words, bar_chart, leave_room, place
from lockin_audit.report.workbook.layout import Layout
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheets.simulation import stale_flag
from lockin_audit.report.workbook.styles import MANAGED, OWNED
from lockin_audit.report.workbook.titles import TORNADO

_BARS = 12
_CHART_ROWS = 26
_LABEL = 66


def fill_tornado(layout: Layout) -> None:
    """The chart of the strongest inputs, then every input, strongest first."""
    sheet, cost = layout.book[TORNADO], layout.study.cost
    sheet.widths(46, 24, 13, 13, 17, 17, 17, 17, 17, 3, 60)
    sheet.front(
        "Tornado",
        "One input at a time at its low and its high, all others at their base. It does not show what happens when several move together.",
    )
    if cost.comparison is None or not cost.tornado:
        sheet.text(4, 1, "No input was varied.", "plain")
        set_up_page(sheet, last_column="I", last_row=5)
        return
    base = cost.comparison.saving_npv
    bars = strongest_first(cost.tornado)
    sheet.text(4, 1, f"Saving (NPV, {cost.currency}) with every input at its base, as computed", "finding")
    sheet.number(4, 5, base, "cell money")
    layout.cells["stale tornado"] = stale_flag(layout, sheet, 4, 6, sheet.ref(4, 5), base)
    strongest = bars[0]
    crossing = (strongest.low < 0) != (strongest.high < 0)
    verdict = "decides the result" if crossing else "moves the result most, but does not reverse it"
    title = f"{strongest.label} {verdict}"
    sheet.text(6, 1, title, "finding")
    top = 7 + _CHART_ROWS
    heads = ("Input", "Unit", "Low", "High", "Saving at low", "Saving at high", "Change at low", "Change at high", "Reverses the result")
    sheet.header(top, heads, numbers=(3, 4, 5, 6, 7, 8))
    for row, bar in enumerate(bars, top + 1):
        sheet.text(row, 1, bar.label, "row head")
        sheet.text(row, 2, bar.unit, "cell muted")
        sheet.number(row, 3, bar.input_low, "cell number")
        sheet.number(row, 4, bar.input_high, "cell number")
        sheet.number(row, 5, bar.low, "cell money")
        sheet.number(row, 6, bar.high, "cell money")
        sheet.formula(row, 7, f"E{row} - $E$4", bar.low - base, "cell money")
        sheet.formula(row, 8, f"F{row} - $E$4", bar.high - base, "cell money")
        reverses = bar.low * base < 0 or bar.high * base < 0
        sheet.formula(row, 9, f'IF(MIN(E{row} * $E$4, F{row} * $E$4) < 0, "yes", "no")', "yes" if reverses else "no", "cell")
    last, shown = top + len(bars), min(len(bars), _BARS)
    labels = tuple(chart_label(bar) for bar in bars[:shown])
    sheet.text(top, 11, "Label in the chart", "column head")
    for row, label in enumerate(labels, top + 1):
        sheet.text(row, 11, label, "cell muted")
    series = [
        Data(name, sheet.ref(top, column), [value - base for value in values], sheet.span(top + 1, column, top + shown, column), colour)
        for name, column, values, colour in (
            ("Change at low", 7, [b.low for b in bars[:shown]], MANAGED),
            ("Change at high", 8, [b.high for b in bars[:shown]], OWNED),
        )
    ]
    words = Words(title, sheet.ref(6, 1), "Input (low to high)", f"Change of the saving (NPV, {cost.currency})")
    chart = bar_chart(words, Categories(labels, sheet.span(top + 1, 11, top + shown, 11)), series, across=True, gap=30)
    chart.x_axis.title = None
    leave_room(chart, left=0.46, top=0.10, width=0.51, height=0.72)
    place(sheet, chart, "A7", 31, 12.6)
    set_up_page(sheet, last_column="I", last_row=last, freeze="A3", repeat_rows="1:2", breaks=(top - 1,))


def strongest_first(bars: Sequence[TornadoBar]) -> list[TornadoBar]:
    """The inputs, the one that moves the saving most first."""
    return sorted(bars, key=lambda b: (-abs(b.high - b.low), b.id))


def chart_label(bar: TornadoBar) -> str:
    """Name and range of an input, short enough to stand beside its bar."""
    spread = f" ({numbers.with_unit(bar.input_low, bar.unit).partition(' ')[0]} to {numbers.with_unit(bar.input_high, bar.unit)})"
    room = _LABEL - len(spread)
    name = bar.label if len(bar.label) <= room else bar.label[: max(room - 1, 12)].rstrip() + "…"
    return name + spread
