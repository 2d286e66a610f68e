"""Charts of a report. One file is one chart: a module here that exposes `CHART` is found by its place, no list is kept."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

from lockin_audit.report.charts.sketch import LEAF, SLIDE

if TYPE_CHECKING:
    from lockin_audit.report.charts.chart import Chart
    from lockin_audit.report.study import Study

_MACHINERY = frozenset({"area", "chart", "ink", "letters", "palette", "pattern", "sketch"})


@cache
def discover() -> tuple[Chart, ...]:
    """All charts in reading order. Importing them loads matplotlib."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name not in _MACHINERY)
    charts: list[Chart] = [importlib.import_module(f"{__name__}.{name}").CHART for name in names]
    return tuple(sorted(charts, key=lambda c: (c.order, c.id)))


def chart_files(study: Study) -> dict[str, bytes]:
    """Every chart that has something to show, light, as PNG and SVG: `charts/<id>` for slides (16:9), `charts/page/<id>` for documents."""
    files: dict[str, bytes] = {}
    for chart in discover():
        if not chart.missing(study):
            for folder, layout in (("charts", SLIDE), ("charts/page", LEAF)):
                pictures = chart.pictures(study, ("png", "svg"), layout=layout)
                files |= {f"{folder}/{chart.id}.{form}": content for form, content in pictures.items()}
    return files
