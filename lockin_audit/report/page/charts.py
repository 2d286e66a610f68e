"""A chart on the page: drawn for wide screens and for phones, its finding above it, its numbers behind a fold."""

from __future__ import annotations

import re
from typing import Final

from lockin_audit.report.charts.chart import Chart, DataTable
from lockin_audit.report.charts.sketch import NARROW, PAGE
from lockin_audit.report.page.inline_svg import inline_svg
from lockin_audit.report.page.markup import Html, name, table, tag
from lockin_audit.report.study import Study

_FIGURE: Final = re.compile(r"[−+±~≈(]?\s*(?:[^\w\s]\s?)?\d|[A-Z]{3} \d|[–-]?\Z|(?:none|no|not|unknown|under|over|about|month)\b")
"""How a cell with a figure begins, or one that says why there is none."""


def chart_figure(chart: Chart, study: Study, level: int = 3) -> Html:
    """The chart as figure with its finding as a heading of the level; a sentence where there is nothing to draw."""
    id, reason = f"chart-{chart.id}", chart.missing(study)
    if reason:
        return tag("p", name(f"{reason}."), class_="meta", id_=id)
    title, words, data = chart.title(study), chart.description(study), chart.table(study)
    drawings = [
        inline_svg(
            chart.render(study, layout=layout),
            id=f"{chart.id}-{layout.name}",
            title=title,
            description=words,
            class_=f"chart {layout.name}",
        )
        for layout in (PAGE, NARROW)
    ]
    rows = [[name(c) for c in row] for row in data.rows]
    figures = table([name(h) for h in data.head], rows, caption=f"{title}: the numbers", numbers=_figures(data))
    return tag(
        "figure",
        tag("figcaption", tag(f"h{level}", name(title)), tag("p", name(chart.subtitle(study)), class_="meta")),
        drawings,
        tag("details", tag("summary", "The numbers"), figures),
        id_=id,
    )


def _figures(data: DataTable) -> list[int]:
    """Columns that hold figures only; words stand to the left."""
    return [n for n in range(1, len(data.head)) if all(_FIGURE.match(row[n]) for row in data.rows)]
