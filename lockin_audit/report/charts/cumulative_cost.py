"""Cumulative cost of both options, with the simulated band, payback and the eighteenth month marked."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from lockin_audit.report import numbers
from lockin_audit.report.charts.chart import Chart, DataTable
from lockin_audit.report.charts.sketch import Sketch, label
from lockin_audit.report.narrative import compared, saving_words
from lockin_audit.report.study import Study

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BOARD_MONTH = 18
"""Month of the question boards ask: what would have to be rebuilt if the model had to be swapped by then?"""


def _draw(study: Study, sketch: Sketch) -> None:
    pair = compared(study)
    assert pair is not None
    start, end, comparison = pair
    colours, currency, narrow = sketch.colours, study.cost.currency, sketch.narrow
    height, left, right = (3.5, 0.62, 0.25) if narrow else (3.9, 0.75, 2.2)
    axes = sketch.axes(height, left=left, right=right, bottom=0.62, top=0.3, subtitle=CHART.subtitle(study))
    months = range(len(start.monthly) + 1)
    runs = {o.id: list(accumulate(o.monthly, initial=0.0)) for o in (start, end)}
    styles = {start.id: ("platform", "-", "o"), end.id: ("owned", (0, (6, 2)), "s")}
    step = 6 if len(start.monthly) <= 48 else 12
    tops = [v for run in runs.values() for v in run]
    for option in (start, end):
        role, dash, marker = styles[option.id]
        band = study.cost.simulation.band.get(option.id) if study.cost.simulation else None
        if band and {"p10", "p90"} <= set(band) and len(band["p10"]) == len(band["p90"]) == len(start.monthly):
            axes.fill_between(months, (0.0, *band["p10"]), (0.0, *band["p90"]), color=colours[role], alpha=0.16, linewidth=0)
            for edge in ("p10", "p90"):
                dots = (0, (1, 2)) if role == "owned" else "-"
                axes.plot(months, (0.0, *band[edge]), color=colours[role], linewidth=0.7, alpha=0.7, linestyle=dots)
            tops += [*band["p10"], *band["p90"]]
        look: dict[str, Any] = {"color": colours[role], "linewidth": 2.4, "linestyle": dash, "clip_on": False}
        axes.plot(months, runs[option.id], marker=marker, markevery=(step, step), markersize=5.5, **look)
    low, high = min(0.0, *tops), max(1.0, *tops)
    axes.set_xlim(0, len(start.monthly))
    axes.set_ylim(low * 1.05, high * 1.06)
    axes.set_xticks(range(0, len(months), step))
    axes.set_xlabel("Month", size=8.5, color=colours["muted"])
    axes.yaxis.set_major_formatter(lambda value, _: numbers.money_short(value, currency))
    axes.grid(axis="y", color=colours["grid"], linewidth=0.8)
    axes.set_axisbelow(True)
    axes.axhline(0, color=colours["axis"], linewidth=1)
    if len(start.monthly) > BOARD_MONTH:
        axes.axvline(BOARD_MONTH, color=colours["axis"], linewidth=0.9, linestyle=(0, (2, 3)))
        sketch.write(axes, BOARD_MONTH, 1.015, "month 18", transform=axes.get_xaxis_transform(), size=7.5, role="muted", ha="center")
    _end_labels(study, sketch, axes, runs, (low * 1.05, high * 1.06))
    payback = comparison.payback_month
    if payback is not None and 1 <= payback <= len(start.monthly):
        y = runs[end.id][payback]
        rim: dict[str, Any] = {"markeredgecolor": colours["ink"], "markeredgewidth": 1.8}
        axes.plot([payback], [y], marker="D", markersize=9, color=colours["paper"], zorder=5, **rim)
        right = payback > len(months) * 0.55
        axes.annotate(
            f"payback: month {payback}",
            (payback, y),
            xytext=(-10 if right else 12, 24 if right else -26),
            textcoords="offset points",
            size=9,
            weight="bold",
            color=colours["ink"],
            ha="right" if right else "left",
            arrowprops={"arrowstyle": "-", "color": colours["ink"], "linewidth": 0.9},
        )


def _end_labels(study: Study, sketch: Sketch, axes: Axes, runs: dict[str, list[float]], limits: tuple[float, float]) -> None:
    pair = compared(study)
    assert pair is not None
    start, end, _ = pair
    last = len(start.monthly)
    gap = (limits[1] - limits[0]) * 0.17
    positions = {o.id: runs[o.id][-1] for o in (start, end)}
    upper, lower = sorted((start, end), key=lambda o: (-positions[o.id], o.id))
    middle = (positions[upper.id] + positions[lower.id]) / 2
    if positions[upper.id] - positions[lower.id] < gap:
        positions = {upper.id: middle + gap / 2, lower.id: middle - gap / 2}
    for option, dash in ((start, "solid"), (end, "dashed")):
        total = numbers.money_short(runs[option.id][-1], study.cost.currency)
        if sketch.narrow:
            continue
        name = "\n".join(sketch.wrap(label(option.label, option.id), 1.95, 9))
        sketch.write(axes, last + 0.6, positions[option.id], f"{name}\n{total} ({dash})", size=9, va="center", linespacing=1.35)
    if sketch.narrow:
        names = []
        for option, mark in ((start, "● solid"), (end, "■ dashed")):
            name = sketch.fit(label(option.label, option.id), 2.0, 8)
            names.append(f"{mark}: {name}, {numbers.money_short(option.total, study.cost.currency)}")
        place: dict[str, Any] = {"transform": axes.transAxes, "va": "top", "linespacing": 1.5}
        sketch.write(axes, 0.03, 0.98, "\n".join(names), size=8, boxed=True, **place)


def _title(study: Study) -> str:
    pair = compared(study)
    if pair is None:
        return _missing(study)
    start, end, comparison = pair
    horizon, currency = study.cost.horizon_months, study.cost.currency
    here, there = numbers.quoted(start.label), numbers.quoted(end.label)
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
