"""Sheet "Simulation": what the seeded simulation found, as values, with a live flag that says whether they still hold."""

from __future__ import annotations

from lockin_audit.finance.result import Simulation
from lockin_audit.report import numbers
from lockin_audit.report.workbook.chart import Categories, Data, Words, bar_chart, line_chart, place
from lockin_audit.report.workbook.layout import Layout
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.sheets.uncertainty import fill_uncertainty
from lockin_audit.report.workbook.styles import MANAGED, OWNED, STALE_LOOK
from lockin_audit.report.workbook.titles import SIMULATION
from lockin_audit.report.workbook.words import CENT, FRESH, STALE


def stale_flag(layout: Layout, sheet: Sheet, row: int, column: int, stored: str, saving: float) -> str:
    """A cell that says whether the stored saving (its address, its value) still equals the live one; returns its address."""
    live = layout.figures.amount("saving.npv")
    words = FRESH if abs(saving - live) < CENT else STALE
    sheet.formula(row, column, f'IF(ABS({stored} - {layout.cells["saving"]}) < {CENT}, "{FRESH}", "{STALE}")', words, "cell bold")
    sheet.mark_when(
        sheet.ref(row, column, sheet=False).replace("$", ""), f'LEFT({sheet.ref(row, column, sheet=False)}, 5)="STALE"', *STALE_LOOK
    )
    return sheet.ref(row, column)


def fill_simulation(layout: Layout) -> None:
    """Percentiles of the saving, the chance that the move pays, month by month, and the distribution."""
    sheet, simulation, study = layout.book[SIMULATION], layout.study.cost.simulation, layout.study
    sheet.widths(44, 30, 14, 14, 14, 14, 14, 14)
    sheet.front(
        "Simulation",
        "Every uncertain input varied at once, the same draws for every option. Values of one run, not formulas: Excel cannot repeat them.",
    )
    if simulation is None or study.cost.comparison is None:
        sheet.text(4, 1, "No simulation was run.", "plain")
        set_up_page(sheet, last_column="F", last_row=5)
        return
    months = _summary(layout, sheet, simulation)
    spread = _months(layout, sheet, simulation, months)
    sources = _distribution(layout, sheet, simulation, spread)
    end = fill_uncertainty(layout, sheet, simulation, sources)
    set_up_page(sheet, last_column="H", last_row=end, freeze="A3", breaks=(months - 1, spread - 1, sources - 1))


def _summary(layout: Layout, sheet: Sheet, simulation: Simulation) -> int:
    currency, comparison = layout.study.cost.currency, layout.study.cost.comparison
    assert comparison is not None  # checked by the caller
    sheet.heading(4, "What the run says", 1, 6)
    rows: list[tuple[str, float, str, str]] = [
        ("Draws", simulation.draws, "futures", "cell whole"),
        ("Seed", simulation.seed, "the same seed gives the same futures", "cell whole"),
        ("Saving (NPV), P10: nine futures in ten are better", simulation.p10, currency, "cell money"),
        ("Saving (NPV), P50: half the futures are better", simulation.p50, currency, "cell money"),
        ("Saving (NPV), P90: one future in ten is better", simulation.p90, currency, "cell money"),
        ("Saving (NPV), mean", simulation.mean, currency, "cell money"),
        ("Share of futures in which moving is cheaper", simulation.probability_owned_cheaper, "share", "cell percent"),
        ("Standard error of that share", simulation.standard_error, "share", "cell percent"),
        ("Standard error of the mean", simulation.mean_standard_error, currency, "cell money"),
        (
            "Value of perfect information (EVPI)",
            simulation.evpi,
            f"{currency}: most one should pay to remove all uncertainty",
            "cell money",
        ),
        ("Saving (NPV) with all inputs at their base, when simulated", comparison.saving_npv, currency, "cell money"),
    ]
    for row, (label, value, unit, style) in enumerate(rows, 5):
        sheet.text(row, 1, label, "row head")
        sheet.number(row, 2, value, style)
        sheet.text(row, 3, unit, "unit")
    after = 5 + len(rows)
    stored = sheet.ref(after - 1, 2)
    layout.cells["simulated saving"] = stored
    layout.cells["probability"] = sheet.ref(11, 2)
    sheet.text(after, 1, "Saving (NPV) live", "row head")
    sheet.formula(after, 2, layout.cells["saving"], layout.figures.amount("saving.npv"), "cross money")
    sheet.text(after, 3, currency, "unit")
    sheet.text(after + 1, 1, "State of this sheet", "row head")
    layout.cells["stale simulation"] = stale_flag(layout, sheet, after + 1, 2, stored, comparison.saving_npv)
    return after + 4


def _months(layout: Layout, sheet: Sheet, simulation: Simulation, row: int) -> int:
    """Month by month: chance that the move has paid by then, and the cumulative cost of each option at P10, P50, P90."""
    labels = {o.id: o.label for o in layout.model.options}
    first_two = layout.model.compared or ()
    options = sorted((o for o in simulation.band if o in labels), key=lambda o: o not in first_two)  # the others stand beyond the page
    sheet.heading(row, "Month by month", 1, 8)
    by_month = simulation.probability_by_month
    title = (
        f"By month {len(by_month)} moving has paid in {numbers.share(by_month[-1])} of simulated futures"
        if by_month
        else "No month was simulated"
    )
    sheet.text(row + 1, 1, title, "finding")
    top = row + 20
    sheet.header(
        top,
        (
            "Month",
            "Share of futures in which moving has paid",
            *(f"{labels[o]}: {p.upper()}" for o in options for p in ("p10", "p50", "p90")),
        ),
        numbers=tuple(range(2, 3 + 3 * len(options))),
    )
    for column in range(3, 3 + 3 * len(options)):
        sheet.widen(column, 14)
    first = top + 1
    at = top
    for at, probability in enumerate(simulation.probability_by_month, first):
        month = at - top
        sheet.number(at, 1, month, "cell index")
        sheet.number(at, 2, probability, "cell percent")
        for offset, (option, percentile) in enumerate((o, p) for o in options for p in ("p10", "p50", "p90")):
            sheet.number(at, 3 + offset, simulation.band[option][percentile][month - 1], "cell money")
    if at >= first:
        for offset, (option, percentile) in enumerate((o, p) for o in options for p in ("p10", "p50", "p90")):
            layout.cells[f"band {option} {percentile}"] = sheet.span(first, 3 + offset, at, 3 + offset)
            layout.cells[f"band {option} {percentile} name"] = sheet.ref(top, 3 + offset)
        months = Categories(tuple(float(m) for m in range(1, at - top + 1)), sheet.span(first, 1, at, 1))
        data = Data("Share of futures", sheet.ref(top, 2), simulation.probability_by_month, sheet.span(first, 2, at, 2), OWNED)
        chart = line_chart(Words(title, sheet.ref(row + 1, 1), "Month", "Share of simulated futures"), months, [data], number_format="0%")
        chart.legend = None
        chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
        place(sheet, chart, f"A{row + 2}", 24, 8.6)
    return at + 3


def _distribution(layout: Layout, sheet: Sheet, simulation: Simulation, row: int) -> int:
    if not simulation.histogram:
        return row
    currency = layout.study.cost.currency
    sheet.heading(row, "How the saving is spread", 1, 8)
    title = f"Moving is cheaper in {numbers.share(simulation.probability_owned_cheaper)} of {simulation.draws:,} simulated futures"
    sheet.text(row + 1, 1, title, "finding")
    top = row + 20
    sheet.header(top, ("Saving (NPV), from", f"to ({currency})", "Futures"), numbers=(2, 3))
    sheet.text(top, 4, "Moving costs more", "column head number")
    sheet.text(top, 5, "Moving saves", "column head number")
    first, at = top + 1, top
    for at, (low, high, count) in enumerate(simulation.histogram, first):
        sheet.number(at, 1, low, "cell index money")
        sheet.number(at, 2, high, "cell money")
        sheet.number(at, 3, count, "cell whole")
        middle = (low + high) / 2
        sheet.number(at, 4, count if middle < 0 else 0, "cell whole")
        sheet.number(at, 5, count if middle >= 0 else 0, "cell whole")
    categories = Categories(tuple(low for low, _, _ in simulation.histogram), sheet.span(first, 1, at, 1))
    series = [
        Data(
            name,
            sheet.ref(top, column),
            [c if ((low + high) / 2 >= 0) == saves else 0 for low, high, c in simulation.histogram],
            sheet.span(first, column, at, column),
            colour,
        )
        for name, column, saves, colour in (("Moving costs more", 4, False, MANAGED), ("Moving saves", 5, True, OWNED))
    ]
    chart = bar_chart(
        Words(title, sheet.ref(row + 1, 1), f"Saving (NPV, {currency}), lower end of each band; k = thousand", "Simulated futures"),
        categories,
        series,
        gap=8,
    )
    chart.x_axis.number_format = '#,##0,"k"'
    chart.x_axis.numFmt.sourceLinked = False
    place(sheet, chart, f"A{row + 2}", 24, 8.6)
    return at + 3
