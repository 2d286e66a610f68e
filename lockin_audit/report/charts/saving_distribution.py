"""Distribution of the saving over the simulated futures, with the share in which the option moved to is the cheaper one."""

from __future__ import annotations

from typing import Any

from lockin_audit.report import numbers
from lockin_audit.report.charts.chart import Chart, DataTable
from lockin_audit.report.charts.sketch import Sketch, label
from lockin_audit.report.narrative import compared
from lockin_audit.report.study import Study


def _draw(study: Study, sketch: Sketch) -> None:
    pair, simulation = compared(study), study.cost.simulation
    assert pair is not None and simulation is not None
    start, end, _ = pair
    colours, currency, narrow = sketch.colours, study.cost.currency, sketch.narrow
    axes = sketch.axes(2.7 if narrow else 3.1, left=0.25, right=0.25, bottom=0.4, top=1.05, subtitle=CHART.subtitle(study))
    axes.set_yticks([])
    tallest = max(c / (b - a) for a, b, c in simulation.histogram if b > a)
    for a, b, number in simulation.histogram:
        if b <= a:
            continue
        for low, high, role, hatch in ((a, min(b, 0.0), "platform-3", "///"), (max(a, 0.0), b, "owned-3", "")):
            if high > low:
                fill: dict[str, Any] = {"color": colours[role], "edgecolor": colours["paper"], "linewidth": 0.6, "hatch": hatch}
                axes.bar(low, number / (b - a), width=high - low, align="edge", **fill)
    low, high = min(h[0] for h in simulation.histogram), max(h[1] for h in simulation.histogram)
    low, high = min(low, 0.0), max(high, 0.0)
    pad = (high - low) * 0.02
    axes.set_xlim(low - pad, high + pad)
    axes.set_ylim(0, tallest * 1.05)
    axes.xaxis.set_major_formatter(lambda value, _: numbers.money_short(value, currency))
    axes.locator_params(axis="x", nbins=5 if narrow else 9)
    axes.axhline(0, color=colours["axis"], linewidth=1)
    axes.axvline(0, color=colours["ink"], linewidth=1.4)
    width = sketch.layout.width
    for value, name, level in ((simulation.p10, "P10", 0), (simulation.p50, "P50", 1), (simulation.p90, "P90", 2)):
        axes.axvline(value, color=colours["ink"], linewidth=1, linestyle=(0, (3, 2)), ymax=1.0)
        text = f"{name} {numbers.money_short(value, currency)}"
        crowded = simulation.p90 - simulation.p10 < (high - low) * (0.4 if narrow else 0.18)
        row = (0.02, 0.09, 0.16 if crowded else 0.02)[level]
        sketch.write(axes, value, 1 + row, text, transform=axes.get_xaxis_transform(), size=8, ha="center", va="bottom")
    chance = simulation.probability_owned_cheaper
    room = width - 0.5 if narrow else (width - 0.5) * 0.48
    height = sketch.figure.get_figheight()
    y = axes.get_position().y1 + 0.72 / height
    cheaper = [(f"← {sketch.fit(label(start.label, start.id), room - 1.0, 9)} cheaper: {numbers.share(1 - chance)}", 0.25 / width, "left")]
    cheaper.append((f"{sketch.fit(label(end.label, end.id), room - 1.0, 9)} cheaper: {numbers.share(chance)} →", 1 - 0.25 / width, "right"))
    for number, (text, x, align) in enumerate(cheaper):
        lift = 0.2 / height if narrow and number == 0 else 0.0
        sketch.figure.text(x, y + lift, text, size=9, weight="bold", color=colours["ink"], ha=align, va="center")


def _missing(study: Study) -> str:
    if study.cost.simulation is None:
        return "The distribution of the saving is not shown: no simulation was run"
    if compared(study) is None:
        return "The distribution of the saving is not shown: no two options are compared"
    if not any(b > a and c for a, b, c in study.cost.simulation.histogram):
        return "The distribution of the saving is not shown: the simulated saving is the same in every future"
    return ""


def _title(study: Study) -> str:
    pair, simulation = compared(study), study.cost.simulation
    if pair is None or simulation is None or _missing(study):
        return _missing(study)
    chance = simulation.probability_owned_cheaper
    winner, share = (pair[1], chance) if chance >= 0.5 else (pair[0], 1 - chance)
    return f"{numbers.quoted(winner.label)} is the cheaper option in {numbers.share(share)} of {simulation.draws:,} simulated futures"


def _table(study: Study) -> DataTable:
    simulation, currency = study.cost.simulation, study.cost.currency
    assert simulation is not None
    rows = [
        ("Ten percent of futures save less than (P10)", numbers.money(simulation.p10, currency)),
        ("Half of the futures save less than (P50)", numbers.money(simulation.p50, currency)),
        ("Ninety percent of futures save less than (P90)", numbers.money(simulation.p90, currency)),
        ("Mean saving", numbers.money(simulation.mean, currency)),
        ("Share of futures in which moving is cheaper", numbers.share(simulation.probability_owned_cheaper)),
        ("Standard error of that share", f"{simulation.standard_error * 100:.2f} percentage points"),
        ("Most that knowing every input in advance would be worth (EVPI)", numbers.money(simulation.evpi, currency)),
        ("Simulated futures", f"{simulation.draws:,}"),
        ("Seed", str(simulation.seed)),
    ]
    return DataTable(("Figure", "Value"), tuple(rows))


CHART = Chart(
    id="saving-distribution",
    order=60,
    title=_title,
    subtitle=lambda study: (
        f"Saving by moving in {study.cost.currency}, present value, right of zero moving pays; outermost bars hold what lies beyond"
    ),
    description=lambda study: " ".join(f"{r[0]}: {r[1]}." for r in _table(study).rows) if study.cost.simulation else _missing(study),
    table=_table,
    draw=_draw,
    missing=_missing,
)
