"""Sheet "Cases": the live tornado. One row per input: the saving at its low and at its high, worked out from the live cost lines.

Excel's data tables are no way to do this (other programs do not work them out), and a copy of the model for each case would be forty
models. `responses.py` says what the numbers on the right are and when a case is exact.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from lockin_audit.report.workbook.chart import Categories, Data, Words, bar_chart, leave_room, place
from lockin_audit.report.workbook.layout import Layout, fixed_format
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.responses import Response, relative, responses, scaled
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.sheets.options import present_value
from lockin_audit.report.workbook.sheets.tornado import chart_label, strongest_first
from lockin_audit.report.workbook.styles import MANAGED, OWNED
from lockin_audit.report.workbook.titles import CASES

CASES_SHOWN = 20
_BARS = 12
_CHART_ROWS = 27
_INPUT, _UNIT, _LIVE, _LOW, _HIGH, _AT_LOW, _AT_HIGH, _DOWN, _UP, _TURNS, _MISS = range(1, 12)
_BEYOND, _LABEL, _SHARES = 13, 15, 17


def fill_cases(layout: Layout) -> None:
    """Signed present values of the cost lines, the cases, the chart, and the shares the cases use."""
    sheet, cost = layout.book[CASES], layout.study.cost
    sheet.widths(48, 20, 14, 14, 14, 17, 17, 17, 17, 12, 17, 3, 16, 16, 60, 3)
    sheet.front(
        "Cases", "One input at a time at its low and its high, worked out live from the cost lines of Calc: bars follow every change."
    )
    if layout.compared is None or not cost.tornado:
        sheet.text(4, 1, "No input was varied.", "plain")
        set_up_page(sheet, last_column="K", last_row=5)
        return
    bars = strongest_first(cost.tornado)[:CASES_SHOWN]
    given = {a.id: a.value for a in cost.assumptions}
    found = responses(layout.model, given, bars, layout.figures.by_scenario)
    top = 8 + _CHART_ROWS
    lines = _line_heads(layout, sheet, top, found)
    last = top + 1 + len(found)
    values = _rows(layout, sheet, top + 2, found, lines)
    sheet.prose(last + 2, 1, _MISS, _HOW, "note")
    _totals(layout, sheet)
    _chart(layout, sheet, top, found, values)
    layout.cells["cases block"] = sheet.span(top + 2, _LIVE, last, _UP)
    set_up_page(sheet, last_column=sheet.letter(_MISS), last_row=last + 2, freeze="B4", repeat_rows="1:2", breaks=(top - 1,))


_HOW = (
    "A case takes the live present value of each cost line, the part of it that follows the input (the columns on the right, as the tool "
    "found them) and how far the input is from its low or high. Where a line is proportional to the input that is exact whatever else you "
    "change; where it is not, it is exact for the inputs of the run and close elsewhere: the last column says by how much money it was off "
    "at most when every scenario was tried. Low and high come from Inputs and move with their input under a scenario."
)


def _line_heads(layout: Layout, sheet: Sheet, top: int, found: Sequence[Response]) -> list[str]:
    """Column heads, and over the shares the signed live present value of each line that any input moves; returns the lines in order."""
    model, currency = layout.model, layout.study.cost.currency
    assert model.compared is not None  # the caller has checked
    heads = (
        *("Input", "Unit", "Live value", "Low", "High", f"Saving at low, {currency}", f"Saving at high, {currency}"),
        *("Change at low", "Change at high", "Reverses the result", "Off in the scenarios by at most"),
    )
    sheet.text(top, 1, "Saving (NPV) if one input were at its low or high (live)", "heading")
    sheet.header(top + 1, heads, numbers=(3, 4, 5, 6, 7, 8, 9, 11))
    for column, label in ((_BEYOND, "Beyond the lines, low"), (_BEYOND + 1, "Beyond the lines, high"), (_LABEL, "Label in the chart")):
        sheet.text(top + 1, column, label, "column head number" if column < _LABEL else "column head")
    touched = [
        (line, sign)
        for option, sign in zip(model.compared, (1, -1), strict=True)
        for line in model.costs(option)
        if any(line.id in r.shares for r in found)
    ]
    for offset, (line, sign) in enumerate(touched):
        option = model.option(line.option).label
        for column in (_SHARES + offset, _SHARES + len(touched) + 1 + offset):
            side = "low" if column < _SHARES + len(touched) else "high"
            sheet.widen(column, 15)
            sheet.text(top + 1, column, f"{option}: {line.label}, {side}", "column head number")
            cell = layout.cells[f"pv {line.id}"]
            value = present_value(layout, line.id)
            sheet.formula(top, column, cell if sign > 0 else f"-1 * {cell}", sign * value, "cross money")
    sheet.widen(_SHARES + len(touched), 3)
    return [line.id for line, _ in touched]


def _rows(layout: Layout, sheet: Sheet, first: int, found: Sequence[Response], lines: list[str]) -> list[tuple[float, float]]:
    """One row per input; returns the changes at low and at high."""
    figures, saving = layout.figures, layout.figures.amount("saving.npv")
    changes = []
    before = layout.model.compared[0] if layout.model.compared else ""
    pv = {id: (1 if layout.model.by_id[id].option == before else -1) * present_value(layout, id) for id in lines}
    for row, response in enumerate(found, first):
        bar, id = response.bar, response.bar.id
        base, live = figures.base[id], figures.live(id)
        assumption = layout.model.inputs[id]
        bounds = [scaled(bound, base, live) for bound in (assumption.low, assumption.high)]
        shown = "0.0###%" if bar.unit.partition("/")[0] == "share" else fixed_format([live, *bounds], bar.unit.partition("/")[0])
        sheet.text(row, _INPUT, bar.label, "row head")
        sheet.text(row, _UNIT, bar.unit, "cell muted")
        sheet.formula(row, _LIVE, layout.live[id], live, "cross number", shown)
        pair = []
        for side, (column, at) in enumerate(zip((_LOW, _HIGH), bounds, strict=True)):
            cell, origin = layout.cells[f"{'low' if side == 0 else 'high'} {id}"], layout.base[id]
            letter = sheet.letter(column)
            formula = f"{cell} * $C{row} / {origin}" if base else cell
            sheet.formula(row, column, f"IFERROR({formula}, {cell})" if base else formula, at, "cross number", shown)
            start = _SHARES + side * (len(lines) + 1)
            for offset, line in enumerate(lines):
                sheet.number(row, start + offset, response.shares.get(line, (0.0, 0.0))[side], "cell factor")
            sheet.number(row, _BEYOND + side, response.beyond[side], "cell money")
            weights = f"${sheet.letter(start)}{row}:${sheet.letter(start + len(lines) - 1)}{row}"
            costs = sheet.span(first - 2, start, first - 2, start + len(lines) - 1, sheet=False)
            step = f"({letter}{row} - $C{row}) / ($C{row} + ($C{row} = 0))"
            change = relative(at, live) * math.fsum(pv[x] * response.shares.get(x, (0.0, 0.0))[side] for x in lines) + response.beyond[side]
            sheet.formula(
                row,
                _DOWN + side,
                f"{step} * SUMPRODUCT({weights}, {costs}) + {sheet.letter(_BEYOND + side)}{row}",
                change,
                "cell money",
            )
            sheet.formula(row, _AT_LOW + side, f"$F$5 + {sheet.letter(_DOWN + side)}{row}", saving + change, "cell money")
            pair.append(change)
        reverses = min((saving + c) * saving for c in pair) < 0
        sheet.formula(row, _TURNS, f'IF(MIN(F{row} * $F$5, G{row} * $F$5) < 0, "yes", "no")', "yes" if reverses else "no", "cell")
        sheet.number(row, _MISS, response.miss, "cell money")
        changes.append((pair[0], pair[1]))
    return changes


def _totals(layout: Layout, sheet: Sheet) -> None:
    """The live saving the cases start from."""
    saving = layout.figures.amount("saving.npv")
    sheet.text(5, 1, f"Saving (NPV, {layout.study.cost.currency}) with every input at its live value", "finding")
    sheet.formula(5, _AT_LOW, layout.cells["saving"], saving, "cross money")


def _chart(layout: Layout, sheet: Sheet, top: int, found: Sequence[Response], changes: list[tuple[float, float]]) -> None:
    shown = min(len(found), _BARS)
    labels = tuple(chart_label(r.bar) for r in found[:shown])
    for row, label in enumerate(labels, top + 2):
        sheet.text(row, _LABEL, label, "cell muted")
    turning = sum(1 for pair in changes if _reverses(layout, *pair))
    none = f"None of the {len(found)} inputs reverses the result alone"
    tail = f" of the {len(found)} inputs can reverse the result alone"
    title = f"{turning}{tail}" if turning else none
    turns = f"{sheet.letter(_TURNS)}{top + 2}:{sheet.letter(_TURNS)}{top + 1 + len(found)}"
    count = f'COUNTIF({turns}, "yes")'
    sheet.formula(7, 1, f'IF({count} = 0, "{none}", {count}&"{tail}")', title, "finding")
    series = [
        Data(name, sheet.ref(top + 1, column), values, sheet.span(top + 2, column, top + 1 + shown, column), colour)
        for name, column, values, colour in (
            ("Change at low", _DOWN, [a for a, _ in changes[:shown]], MANAGED),
            ("Change at high", _UP, [b for _, b in changes[:shown]], OWNED),
        )
    ]
    words = Words(title, sheet.ref(7, 1), "Input (low to high)", f"Change of the saving (NPV, {layout.study.cost.currency}), live")
    chart = bar_chart(words, Categories(labels, sheet.span(top + 2, _LABEL, top + 1 + shown, _LABEL)), series, across=True, gap=30)
    chart.x_axis.title = None
    leave_room(chart, left=0.46, top=0.10, width=0.51, height=0.72)
    place(sheet, chart, "A8", 31, 12.8)


def _reverses(layout: Layout, *changes: float) -> bool:
    saving = layout.figures.amount("saving.npv")
    return min((saving + c) * saving for c in changes) < 0
