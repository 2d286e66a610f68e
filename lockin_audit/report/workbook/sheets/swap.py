"""Sheet "If we had to swap": the board's question as work. Weeks and costs follow the inputs; days are the audit's."""

from __future__ import annotations

from collections.abc import Sequence

from lockin_audit.core.swap_plan import SwapPlan
from lockin_audit.finance.result import BoardQuestion
from lockin_audit.report.board_numbers import LABELS, board_numbers
from lockin_audit.report.story.swap import plan_sentence, preparation_sentence
from lockin_audit.report.workbook.cells import Value
from lockin_audit.report.workbook.chart import Categories, Data, Words, bar_chart, place
from lockin_audit.report.workbook.layout import Layout
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.styles import PAPER, SERIES
from lockin_audit.report.workbook.titles import SWAP

_LAST = 12
_CHART_ROWS = 16


def fill_swap(layout: Layout) -> None:
    """The four numbers for each option, the plan in stages, what to prepare now."""
    sheet, study = layout.book[SWAP], layout.study
    board, plan = study.cost.board, study.plan
    sheet.widths(32, 40, 17, 22, 9, 10, 10, 10, 10, 10, 13, 13)
    sheet.front(
        f"If we had to swap within {study.board_month} months",
        "What would be rebuilt, in what order, by whom, in how many weeks, at what cost.",
    )
    row, breaks = 4, []
    if board is None and plan is None:
        sheet.text(row, 1, "Nothing was found that would have to be rebuilt, or nothing was simulated, so there is no plan.", "plain")
        row += 2
    if board is not None:
        row = _four_numbers(layout, sheet, board, row) + 1
    if plan is not None:
        breaks += [row - 1] if board is not None else []
        row = _plan(layout, sheet, plan, row) + 1
    if any(p.removes > 0 for p in study.audit.preparations):
        breaks += [row - 1] if plan is not None else []
        row = _preparations(layout, sheet, row)
    set_up_page(sheet, last_column=sheet.letter(_LAST), last_row=row, freeze="A3", repeat_rows="1:2", breaks=tuple(breaks))


def _four_numbers(layout: Layout, sheet: Sheet, board: BoardQuestion, row: int) -> int:
    """One row per option: live figures of the model beside the spread of the simulation."""
    currency, figures = layout.study.cost.currency, layout.figures
    sheet.heading(row, f"The board's question at month {board.month}, for each option", 1, _LAST)
    sheet.header(
        row + 1,
        (
            *("Option", LABELS.meaning, LABELS.rebuild, f"{LABELS.cost}, live", f"{LABELS.weeks}, live"),
            *("Cost, P10", "Cost, P50", "Cost, P90", "Weeks, P10", "Weeks, P90", f"{LABELS.expected}, live", LABELS.freedom),
        ),
        numbers=tuple(range(4, _LAST + 1)),
    )
    row += 2
    for option in layout.model.options:
        answer = board.options.get(option.id)
        if answer is None:
            continue
        sheet.text(row, 1, option.label, "row head")
        told = board_numbers(answer, currency)
        sheet.text(row, 2, told.meaning, "cell")
        sheet.text(row, 3, told.rebuild, "cell")
        for column, key, style in (
            (4, "board_switch_cost", "cross money"),
            (5, "board_switch_weeks", "cross number"),
            (11, "board_expected_cost", "cross money"),
        ):
            line = f"{option.id}.{key}"
            sheet.formula(row, column, layout.once[line], figures.once(line), style, "#,##0.0" if style == "cross number" else "")
        for column, percentile in ((6, "p10"), (7, "p50"), (8, "p90")):
            sheet.number(row, column, answer.switching_cost[percentile], "cell money")
        sheet.number(row, 9, answer.weeks["p10"], "cell days")
        sheet.number(row, 10, answer.weeks["p90"], "cell days")
        sheet.number(row, 12, answer.option_value, "cell money")
        row += 1
    sheet.prose(
        row,
        1,
        _LAST,
        f"Amounts in {currency}. Live columns follow Inputs; P10 to P90 and the last column are values of the simulation (one future in "
        f"ten lies below P10, one in ten above P90). {board.note}",
        "note",
    )
    return row + 1


def _plan(layout: Layout, sheet: Sheet, plan: SwapPlan, row: int) -> int:
    """Who works on it and what a day costs, live; the finding and its chart; the stages."""
    sheet.heading(row, "In what order, by whom, in how many weeks", 1, _LAST)
    sheet.prose(row + 1, 1, _LAST, plan_sentence(layout.study, plan), "body")
    drivers = row + 2
    finding = _drivers(layout, sheet, drivers)
    sheet.text(finding, 1, _finding(plan), "finding")
    heads = finding + 1 + _CHART_ROWS
    weeks = _stages(layout, sheet, plan, heads, drivers)
    total = heads + 1 + len(plan.stages)
    _totals(layout, sheet, plan, heads + 1, weeks[-1][1])
    layout.cells["plan weeks"], layout.cells["plan days"] = sheet.ref(total, 10), sheet.ref(total, 7)
    layout.cells["plan pace"] = f"({sheet.ref(drivers, 2)} * {sheet.ref(drivers + 1, 2)})"
    _chart(sheet, plan, finding, heads + 1, weeks)
    sheet.prose(
        total + 1,
        1,
        _LAST,
        "Stages follow one another with everyone on each. Days are those of the rebuild list (values); weeks, costs and the chart follow "
        "the number of engineers and the cost of a day on Inputs.",
        "note",
    )
    return total + 2


def _drivers(layout: Layout, sheet: Sheet, row: int) -> int:
    """The three inputs that weeks and costs follow, from this row on: engineers, days a week, cost of a day; returns the next row."""
    figures, currency = layout.figures, layout.study.cost.currency
    drivers: tuple[tuple[str, str, Value, str, str], ...] = (
        ("Engineers free for the change", layout.live["board.engineers"], figures.live("board.engineers"), "people", "cross number"),
        ("Working days a week", layout.live["calendar.days_per_week"], figures.live("calendar.days_per_week"), "days", "cross number"),
        ("Cost of one engineer's day", layout.once["engineer_day"], figures.once("engineer_day"), currency, "cross money"),
    )
    for label, cell, value, unit, style in drivers:
        sheet.text(row, 1, label, "row head")
        sheet.formula(row, 2, cell, value, style)
        sheet.text(row, 3, unit, "cell muted")
        row += 1
    return row


def _stages(layout: Layout, sheet: Sheet, plan: SwapPlan, heads: int, drivers: int) -> list[tuple[float, float]]:
    """One row for each stage below the heads, weeks and costs by formula; returns the week each begins and ends."""
    study, figures, currency = layout.study, layout.figures, layout.study.cost.currency
    engineers, week, day = (f"$B${drivers + n}" for n in range(3))
    titles = (
        *("Stage", "Why here", "Led by", "Workflows", "Places", "Days, low", "Days, likely", "Days, high", "From week", "To week"),
        *(f"Cost, likely ({currency})", f"Cost, high ({currency})"),
    )
    sheet.header(heads, titles, numbers=tuple(range(5, _LAST + 1)))
    names = {w.id: w.name or w.id for w in study.audit.workflows}
    pace = float(str(figures.live("board.engineers"))) * figures.live("calendar.days_per_week")
    cost = figures.amount("engineer_day")
    weeks: list[tuple[float, float]] = []
    end = 0.0
    for number, stage in enumerate(plan.stages, 1):
        row, start = heads + number, end
        end = start + stage.days.likely / pace
        sheet.text(row, 1, f"{number}. {stage.title}", "row head")
        sheet.text(row, 2, stage.why, "cell")
        sheet.text(row, 3, stage.owner, "cell")
        sheet.text(row, 4, ", ".join(names.get(w, w) for w in stage.workflows) or "all", "cell")
        sheet.number(row, 5, stage.sites, "cell whole")
        for column, days in ((6, stage.days.low), (7, stage.days.likely), (8, stage.days.high)):
            sheet.number(row, column, days, "cell days")
        sheet.formula(row, 9, "0" if number == 1 else f"J{row - 1}", start, "cell days")
        sheet.formula(row, 10, f"I{row} + G{row} / ({engineers} * {week})", end, "cell days")
        sheet.formula(row, 11, f"G{row} * {day}", stage.days.likely * cost, "cell money")
        sheet.formula(row, 12, f"H{row} * {day}", stage.days.high * cost, "cell money")
        weeks.append((start, end))
    return weeks


def _totals(layout: Layout, sheet: Sheet, plan: SwapPlan, first: int, end: float) -> None:
    """The row below the stages: sums, and the week the last one ends."""
    row, cost = first + len(plan.stages), layout.figures.amount("engineer_day")
    sheet.text(row, 1, "All stages", "calc total label")
    for column in (2, 3, 4, 9):
        sheet.text(row, column, "", "calc total label")
    totals = (
        (5, float(sum(s.sites for s in plan.stages)), "#,##0"),
        *((6 + n, sum(getattr(s.days, k) for s in plan.stages), "#,##0.0") for n, k in enumerate(("low", "likely", "high"))),
        (11, sum(s.days.likely for s in plan.stages) * cost, ""),
        (12, sum(s.days.high for s in plan.stages) * cost, ""),
    )
    for column, value, shown in totals:
        letter = sheet.letter(column)
        sheet.formula(row, column, f"SUM({letter}{first}:{letter}{row - 1})", value, "calc total", shown)
    sheet.formula(row, 10, f"MAX(J{first}:J{row - 1})", end, "calc total", "#,##0.0")


def _chart(sheet: Sheet, plan: SwapPlan, finding: int, first: int, weeks: Sequence[tuple[float, float]]) -> None:
    """The stages as bars over the weeks, below the finding."""
    last = first + len(weeks) - 1
    starts, spans = [start for start, _ in weeks], [end - start for start, end in weeks]
    lengths = _lengths(sheet, first, last, spans)
    categories = Categories(tuple(f"{n}. {s.title}" for n, s in enumerate(plan.stages, 1)), sheet.span(first, 1, last, 1))
    series = [
        Data("From week", sheet.ref(first - 1, 9), starts, sheet.span(first, 9, last, 9), PAPER),
        Data("Weeks it takes", sheet.ref(first - 1, 13), spans, lengths, SERIES[1]),
    ]
    words = Words(_finding(plan), sheet.ref(finding, 1), "Stage", "Week after the start, likely figure")
    chart = bar_chart(words, categories, series, across=True, gap=35, number_format="#,##0")
    chart.x_axis.title, chart.legend = None, None
    place(sheet, chart, f"A{finding + 1}", 30, 7.6)


def _lengths(sheet: Sheet, first: int, last: int, spans: Sequence[float]) -> str:
    """Length of each stage beside the table, for the chart."""
    sheet.widen(13, 14)
    sheet.text(first - 1, 13, "Weeks it takes", "column head number")
    for row, span in enumerate(spans, first):
        sheet.formula(row, 13, f"J{row} - I{row}", span, "cell days")
    return sheet.span(first, 13, last, 13)


def _finding(plan: SwapPlan) -> str:
    longest = max(plan.stages, key=lambda s: s.days.likely)
    return f"“{longest.title}” takes longest: {longest.days.likely:.0f} of {plan.days.likely:.0f} person-days"


def _preparations(layout: Layout, sheet: Sheet, row: int) -> int:
    """Everything that can be made ready now, with live running sums."""
    useful = [p for p in layout.study.audit.preparations if p.removes > 0]
    sheet.heading(row, "What can be prepared now, most lock-in removed per day of work first", 1, _LAST)
    sheet.prose(row + 1, 1, _LAST, preparation_sentence(useful), "body")
    heads = (
        *("Preparation", "What one has then", "", "Owner", "Rank", "Work, low", "Work, likely", "Work, high"),
        *("Days it saves", "Saved per day", "Work so far", "Saved so far"),
    )
    sheet.header(row + 2, heads, numbers=tuple(range(5, _LAST + 1)))
    first = row + 3
    work = saved = 0.0
    for at, item in enumerate(useful, first):
        work, saved = work + item.days.likely, saved + item.removes
        sheet.text(at, 1, item.what, "row head")
        sheet.prose(at, 2, 3, item.gives, "cell")
        sheet.text(at, 4, item.owner, "cell")
        sheet.number(at, 5, at - first + 1, "cell whole")
        for column, days in ((6, item.days.low), (7, item.days.likely), (8, item.days.high), (9, item.removes)):
            sheet.number(at, column, days, "cell days")
        each = item.removes / item.days.likely if item.days.likely else 0.0
        sheet.formula(at, 10, f"IFERROR(I{at} / G{at}, 0)", each, "cell days", "#,##0.00")
        sheet.formula(at, 11, f"SUM(G${first}:G{at})", work, "cell days")
        sheet.formula(at, 12, f"SUM(I${first}:I{at})", saved, "cell days")
    end = first + len(useful)
    sheet.prose(end, 1, _LAST, "Days a preparation saves are counted after every one above it, so that none is counted twice.", "note")
    return end
