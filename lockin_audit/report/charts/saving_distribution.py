"""Distribution of the saving over the simulated futures, with the share in which the option moved to is the cheaper one."""

from __future__ import annotations

from lockin_audit.report import numbers
from lockin_audit.report.charts.area import Area, spread
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.pattern import Pattern
from lockin_audit.report.charts.sketch import Sketch, label
from lockin_audit.report.comparison import compared
from lockin_audit.report.study import Study

_AGAINST: Pattern = "/"
_FOR: Pattern = ""


def _draw(study: Study, sketch: Sketch) -> None:
    pair, simulation = compared(study), study.cost.simulation
    assert pair is not None and simulation is not None
    start, end, _ = pair
    currency, narrow = study.cost.currency, sketch.narrow
    bars = [(a, b, c / (b - a)) for a, b, c in simulation.histogram if b > a]
    low, high = min(0.0, *(a for a, _, _ in bars)), max(0.0, *(b for _, b, _ in bars))
    pad = (high - low) * 0.02
    above = 1.08 if narrow else 0.9
    free = sketch.take(above + (2.6 if narrow else 3.0) + 0.32)
    height = free - above - 0.32
    area = Area(sketch, 0.25, sketch.top + above, sketch.width - 0.5, height, low - pad, high + pad, 0, max(d for *_, d in bars) * 1.05)
    area.scale_x(lambda v: numbers.money_short(v, currency), most=5 if narrow else 9)
    for a, b, density in bars:
        for x0, x1, role, pattern in ((a, min(b, 0.0), "platform-3", _AGAINST), (max(a, 0.0), b, "owned-3", _FOR)):
            if x1 > x0:
                sketch.rect(area.x(x0), area.bottom, area.x(x1) - area.x(x0), area.y(density) - area.bottom, role, pattern=pattern)
                sketch.rect(area.x(x0), area.bottom, area.x(x1) - area.x(x0), area.y(density) - area.bottom, stroke="paper", line=0.6)
    sketch.line([(area.left, area.bottom), (area.right, area.bottom)])
    sketch.line([(area.x(0), area.top - 0.05), (area.x(0), area.bottom)], "ink", width=1.4)
    marks = [("P10", simulation.p10), ("P50", simulation.p50), ("P90", simulation.p90)]
    gap = 0.75 if narrow else 0.95
    edge = gap / 2 + 0.1
    for (name, value), x in zip(marks, spread([area.x(v) for _, v in marks], gap, edge, sketch.width - edge), strict=True):
        sketch.line([(area.x(value), area.bottom), (area.x(value), area.top), (x, area.top - 0.13)], "ink", dash=(3, 2))
        sketch.write(x, area.top - 0.21, f"{name} {numbers.money_short(value, currency)}", 8, align="center")
    chance, room = simulation.probability_owned_cheaper, sketch.width - 0.5
    each = room if narrow else room * 0.48
    stays, moves = (f" cheaper: {numbers.share(share)}" for share in (1 - chance, chance))
    y = sketch.top + 0.14
    before = sketch.fit(label(start.label, start.id), each - sketch.width_of(stays, 9, bold=True) - 0.2, 9, bold=True)
    after = sketch.fit(label(end.label, end.id), each - sketch.width_of(moves, 9, bold=True) - 0.2, 9, bold=True)
    sketch.write(0.25, y, f"← {before}{stays}", 9, bold=True)
    sketch.write(sketch.width - 0.25, y + (0.22 if narrow else 0.0), f"{after}{moves} →", 9, bold=True, align="right")


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
    return f"{named(winner.label)} is the cheaper option in {numbers.share(share)} of {simulation.draws:,} simulated futures"


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
