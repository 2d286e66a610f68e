"""Sobol indices: how much of the uncertainty of the saving each input is behind, alone and together with others."""

from __future__ import annotations

from lockin_audit.finance.result import SobolIndex
from lockin_audit.report import numbers
from lockin_audit.report.charts.area import Area
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.sketch import Sketch, label
from lockin_audit.report.study import Study

BARS = 10
LEAST = 0.005
"""Share below which an input is not drawn."""


def _drawn(study: Study) -> tuple[SobolIndex, ...]:
    return tuple(i for i in study.cost.sobol.indices if i.total >= LEAST)[:BARS] if study.cost.sobol else ()


def _draw(study: Study, sketch: Sketch) -> None:
    found, narrow = _drawn(study), sketch.narrow
    shown, height = sketch.rows(len(found), 0.66 if narrow else 0.46, least=0.34, beside=0.72 if narrow else 0.55)
    left = 0.25 if narrow else 3.4 if sketch.width > 8 else 2.5
    top = min(1.1, max(i.total + i.total_interval for i in found) * 1.15)
    area = Area(sketch, left, sketch.top + 0.05, sketch.width - left - 0.7, height * shown, 0, top, 0, 1)
    area.scale_x(numbers.share, lines=True, most=4 if narrow else 6)
    for row, index in enumerate(found[:shown]):
        y, half = area.top + (row + 0.5) * height, height * 0.32
        if narrow:
            sketch.write(0.25, y - 0.18, sketch.fit(label(index.label, index.id), sketch.width - 0.5, 8.5), 8.5, boxed=True)
            y, half = y + 0.1, 0.14
        else:
            sketch.block(left - 0.1, y, sketch.wrap(label(index.label, index.id), left - 0.3, 8.2), 8.2, level="middle", align="right")
        first = max(0.0, index.first)
        sketch.rect(area.left, y - half, area.x(min(index.total, top)) - area.left, half, "series-2", stroke="ink", line=0.6, pattern="/")
        sketch.rect(area.left, y, area.x(min(first, top)) - area.left, half, "series-1", stroke="ink", line=0.6)
        for value, spread, middle in ((index.total, index.total_interval, y - half / 2), (first, index.first_interval, y + half / 2)):
            ends = [area.x(min(max(v, 0.0), top)) for v in (value - spread, value + spread)]
            sketch.line([(ends[0], middle), (ends[1], middle)], "ink", width=1.2)
            sketch.write(ends[1] + 0.05, middle, numbers.share(max(value, 0.0)), 7.5, boxed=True)
    key = "slanted: with all it does together with others; plain: alone; thin line: 95% interval of the estimate"
    sketch.block(0.2, area.bottom + 0.3, sketch.wrap(key, sketch.width - 0.4, 8), 8, role="muted")


def _missing(study: Study) -> str:
    if study.cost.sobol is None:
        return "Shares of the uncertainty are not shown: Sobol indices were not asked for"
    return "" if _drawn(study) else "Shares of the uncertainty are not shown: no input has a share"


def _title(study: Study) -> str:
    if _missing(study):
        return _missing(study)
    first = _drawn(study)[0]
    return f"{named(first.label)} is behind {numbers.share(first.total)} of the uncertainty of the saving"


def _table(study: Study) -> DataTable:
    indices = study.cost.sobol.indices if study.cost.sobol else ()
    rows = tuple(
        (
            i.label,
            f"{numbers.share(i.first)} ± {numbers.share(i.first_interval)}",
            f"{numbers.share(i.total)} ± {numbers.share(i.total_interval)}",
        )
        for i in indices[:25]
    )
    return DataTable(("Input", "Alone", "With others"), rows)


CHART = Chart(
    id="variance-shares",
    order=57,
    title=_title,
    subtitle=lambda study: "Share of the variance of the saving (present value) that each input is behind (Sobol indices)",
    description=lambda study: _missing(study) or " ".join(f"{r[0]}: alone {r[1]}, with others {r[2]}." for r in _table(study).rows[:BARS]),
    table=_table,
    draw=_draw,
    missing=_missing,
)
