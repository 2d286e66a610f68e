"""Cumulative cost of both options, with the simulated band, payback and the eighteenth month marked."""

from __future__ import annotations

from itertools import accumulate

from lockin_audit.finance.result import OptionResult
from lockin_audit.report import numbers
from lockin_audit.report.charts.area import Area, spread
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.sketch import LINES, Sketch, label
from lockin_audit.report.comparison import compared, saving_words
from lockin_audit.report.study import Study


def _draw(study: Study, sketch: Sketch) -> None:
    pair = compared(study)
    assert pair is not None
    start, end, comparison = pair
    currency, narrow, last = study.cost.currency, sketch.narrow, len(start.monthly)
    runs = {o.id: list(accumulate(o.monthly, initial=0.0)) for o in (start, end)}
    bands = {o.id: band for o in (start, end) if (band := _band(study, o.id, last))}
    values = [v for run in (*runs.values(), *(edge for band in bands.values() for edge in band)) for v in run]
    low, high = min(0.0, *values), max(1.0, *values)
    above = 0.62 if narrow else 0.28
    free = sketch.take(above + (3.2 if narrow else 3.9) + 0.5)
    left, right = (0.66, 0.2) if narrow else (0.8, 2.3 if sketch.width > 8 else 1.9)
    size = (sketch.width - left - right, free - above - 0.5)
    area = Area(sketch, left, sketch.top + above, *size, 0, last, low * 1.05, high * 1.06)
    area.scale_y(lambda v: numbers.money_short(v, currency))
    area.scale_x(lambda v: f"{v:.0f}", range(0, last + 1, 6 if last <= 48 else 12))
    sketch.write(area.left + area.width / 2, area.bottom + 0.3, "Month", 8.5, role="muted", align="center")
    sketch.line([(area.left, area.y(0)), (area.right, area.y(0))])
    if last > study.board_month:
        x = area.x(study.board_month)
        sketch.line([(x, area.top), (x, area.bottom)], width=0.9, dash=(2, 3))
        sketch.write(x, area.top - 0.08, f"month {study.board_month}", 7.5, role="muted", align="center")
    for option, (role, dash, _, _) in zip((start, end), LINES, strict=False):
        if option.id in bands:
            lower, upper = bands[option.id]
            ring = [(area.x(m), area.y(v)) for m, v in enumerate(lower)] + [(area.x(m), area.y(v)) for m, v in list(enumerate(upper))[::-1]]
            sketch.polygon(ring, role, opacity=0.16)
            for edge in bands[option.id]:
                sketch.line([(area.x(m), area.y(v)) for m, v in enumerate(edge)], role, width=0.7, dash=dash and (1, 2))
    for option, (role, dash, sign, _) in zip((start, end), LINES, strict=False):
        points = [(area.x(m), area.y(v)) for m, v in enumerate(runs[option.id])]
        sketch.line(points, role, width=2.4, dash=dash)
        for x, y in points[6::6]:
            sketch.marker(x, y, sign, role, size=0.04)
    _end_labels(study, sketch, area, (start, end), runs)
    payback = comparison.payback_month
    if payback is not None and 1 <= payback <= last:
        x, y, late = area.x(payback), area.y(runs[end.id][payback]), payback > last * (0.35 if narrow else 0.55)
        at = (x - 0.2, y - 0.4) if late else (x + 0.2, y + 0.4)
        sketch.line([(x, y), at], "ink", width=0.9)
        sketch.marker(x, y, "ring", "ink", size=0.065)
        sketch.write(*at, f"payback: month {payback}", 9, bold=True, align="right" if late else "left", boxed=True)


def _band(study: Study, option: str, months: int) -> tuple[list[float], list[float]] | None:
    """P10 and P90 by month from month 0, where they were simulated."""
    band = study.cost.simulation.band.get(option, {}) if study.cost.simulation else {}
    low, high = band.get("p10", ()), band.get("p90", ())
    return ([0.0, *low], [0.0, *high]) if len(low) == len(high) == months else None


def _end_labels(study: Study, sketch: Sketch, area: Area, pair: tuple[OptionResult, OptionResult], runs: dict[str, list[float]]) -> None:
    currency = study.cost.currency
    if sketch.narrow:
        for number, (option, (role, _, sign, said)) in enumerate(zip(pair, LINES, strict=False)):
            y = sketch.top + 0.12 + 0.19 * number
            sketch.marker(0.28, y, sign, role, size=0.05)
            total = f", {numbers.money_short(runs[option.id][-1], currency)} ({said})"
            name = sketch.fit(label(option.label, option.id), sketch.width - 0.65 - sketch.width_of(total, 8), 8)
            sketch.write(0.4, y, name + total, 8)
        return
    room = sketch.width - area.right - 0.3
    upper_first = sorted(range(2), key=lambda n: (-runs[pair[n].id][-1], n))
    places = spread([area.y(runs[pair[n].id][-1]) for n in upper_first], 0.62, area.top + 0.2, area.bottom - 0.1)
    for n, y in zip(upper_first, places, strict=True):
        lines = sketch.wrap(label(pair[n].label, pair[n].id), room, 9)
        total = f"{numbers.money_short(runs[pair[n].id][-1], currency)} ({LINES[n][3]})"
        sketch.line([(area.right + 0.02, area.y(runs[pair[n].id][-1])), (area.right + 0.12, y)], LINES[n][0])
        sketch.block(area.right + 0.16, y, [*lines, total], 9, level="middle")


def _title(study: Study) -> str:
    pair = compared(study)
    if pair is None:
        return _missing(study)
    start, end, comparison = pair
    horizon, currency = study.cost.horizon_months, study.cost.currency
    here, there = named(start.label), named(end.label)
    by_end = saving_words(comparison.saving_total, currency)
    if comparison.payback_month is None:
        return f"{there} does not earn back its cost within {horizon} months: by then it has cost {by_end} than {here}"
    if comparison.sustained_payback_month is None:
        return f"{there} catches up with {here} in month {comparison.payback_month} but does not stay ahead"
    return f"{there} has paid for itself by month {comparison.sustained_payback_month} and costs {by_end} by month {horizon}"


def _missing(study: Study) -> str:
    return "" if compared(study) else "The cost over time is not shown: no two options are compared"


def _table(study: Study) -> DataTable:
    pair = compared(study)
    assert pair is not None
    start, end, _ = pair
    currency, simulation = study.cost.currency, study.cost.simulation
    runs = {o.id: list(accumulate(o.monthly)) for o in (start, end)}
    marks = sorted({*range(6, len(start.monthly) + 1, 6), len(start.monthly)})
    head = ["Month"]
    for option in (start, end):
        head += [option.label] + ([f"{option.label}, P10 to P90"] if simulation and option.id in simulation.band else [])
    rows = []
    for month in marks:
        row = [str(month)]
        for option in (start, end):
            row.append(numbers.money(runs[option.id][month - 1], currency))
            if simulation and option.id in simulation.band:
                band = simulation.band[option.id]
                row.append(f"{numbers.money(band['p10'][month - 1], currency)} to {numbers.money(band['p90'][month - 1], currency)}")
        rows.append(tuple(row))
    return DataTable(tuple(head), tuple(rows))


def _describe(study: Study) -> str:
    pair = compared(study)
    if pair is None:
        return _missing(study)
    start, end, comparison = pair
    totals = " and ".join(f"{o.label} {numbers.money_short(o.total, study.cost.currency)}" for o in (start, end))
    return f"Two rising lines: by the last month {totals}. Payback: {numbers.month(comparison.payback_month, study.cost.horizon_months)}."


CHART = Chart(
    id="cumulative-cost",
    order=30,
    title=_title,
    subtitle=lambda study: (
        f"Cumulative cost in {study.cost.currency}, nominal"
        + ("; shaded: eight in ten simulated futures (P10 to P90)" if study.cost.simulation else "; no simulation was run")
    ),
    description=_describe,
    table=_table,
    draw=_draw,
    missing=_missing,
)
