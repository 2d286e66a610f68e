"""Value of information: which input to measure before deciding, and what that is worth."""

from __future__ import annotations

from lockin_audit.report import numbers
from lockin_audit.report.charts.area import Area
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.sketch import Sketch, label
from lockin_audit.report.study import Study

BARS = 10
_FILLED = 1.3
"""Height in inches that few bars share at least on a wide picture."""
LITTLE = 0.01
"""Share of the likely saving below which measuring first is called of little worth."""


def _draw(study: Study, sketch: Sketch) -> None:
    simulation = study.cost.simulation
    assert simulation is not None
    currency, narrow = study.cost.currency, sketch.narrow
    found = simulation.worth_measuring[:BARS]
    bars = [(label(w.label, w.id), w.value, "series-1", True) for w in found] + [("Everything at once", simulation.evpi, "none", False)]
    shown, height = sketch.rows(len(bars), 0.55 if narrow else max(0.42, _FILLED / len(bars)), least=0.3, beside=0.68 if narrow else 0.5)
    if shown < len(bars):
        bars = [*bars[: shown - 1], bars[-1]]
    left = 0.25 if narrow else 3.4 if sketch.width > 8 else 2.5
    top = max(v for _, v, *_ in bars) or 1.0
    area = Area(sketch, left, sketch.top + 0.05, sketch.width - left - 1.0, height * len(bars), 0, top, 0, 1)
    area.scale_x(lambda v: numbers.money_short(v, currency), lines=True, most=3 if narrow else 6)
    for row, (name, value, role, solid) in enumerate(bars):
        y, half = area.top + (row + 0.5) * height, height * 0.28
        if narrow:
            sketch.write(0.25, y - 0.13, sketch.fit(name, sketch.width - 0.5, 8.5), 8.5, boxed=True)
            y, half = y + 0.1, 0.09
        else:
            sketch.block(left - 0.1, y, sketch.wrap(name, left - 0.3, 8.2), 8.2, level="middle", align="right")
        sketch.rect(area.left, y - half, area.x(value) - area.left, 2 * half, role, stroke="ink", line=0.6, dash=() if solid else (3, 2))
        sketch.write(area.x(value) + 0.07, y, numbers.money_short(value, currency), 8.5, bold=solid, boxed=True)
    note = "dashed: what it would be worth to know every input beforehand; a study that costs more than its bar is not worth waiting for"
    sketch.block(0.2, area.bottom + 0.28, sketch.wrap(note, sketch.width - 0.4, 8), 8, role="muted")


def _missing(study: Study) -> str:
    if study.cost.simulation is None:
        return "What to measure first is not shown: no simulation was run"
    if not study.cost.simulation.worth_measuring:
        return "What to measure first is not shown: knowing any one input beforehand would not change the decision"
    return ""


def _title(study: Study) -> str:
    simulation = study.cost.simulation
    if simulation is None or _missing(study):
        return _missing(study)
    first = simulation.worth_measuring[0]
    value = numbers.money_short(first.value, study.cost.currency)
    if first.value < LITTLE * abs(simulation.mean):
        return f"Measuring first would change little: knowing {named(first.label)} beforehand is worth {value}"
    return f"Measure {named(first.label)} first: knowing it before deciding is worth {value}"


def _table(study: Study) -> DataTable:
    simulation, currency = study.cost.simulation, study.cost.currency
    assert simulation is not None
    rows = [(w.label, numbers.money(w.value, currency)) for w in simulation.worth_measuring]
    return DataTable(("Input", "Worth of knowing it"), (*rows, ("Every input at once", numbers.money(simulation.evpi, currency))))


CHART = Chart(
    id="worth-measuring",
    order=55,
    title=_title,
    subtitle=lambda study: f"Expected gain in {study.cost.currency}, present value, from deciding after the input is known instead of now",
    description=lambda study: _missing(study) or " ".join(f"{r[0]}: {r[1]}." for r in _table(study).rows),
    table=_table,
    draw=_draw,
    missing=_missing,
)
