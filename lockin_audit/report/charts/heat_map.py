"""Leak heat map: workflow by dimension, with count and letter in each cell."""

from __future__ import annotations

from matplotlib.patches import Rectangle

from lockin_audit.core.evidence import Dimension
from lockin_audit.report.charts.chart import Chart, DataTable
from lockin_audit.report.charts.sketch import Sketch, label
from lockin_audit.report.leaks import LETTER_WORDS, leak_finding, leak_rows
from lockin_audit.report.study import Study
from lockin_audit.report.words import DIMENSIONS

_TINTS = {"P": "platform", "M": "mixed", "O": "owned"}
ROW = 0.36
"""Height of a row in inches."""


def _draw(study: Study, sketch: Sketch) -> None:
    rows, dimensions, colours = leak_rows(study), list(Dimension), sketch.colours
    left = 1.15 if sketch.narrow else 2.3
    axes = sketch.axes(ROW * len(rows), left=left, right=0.42, top=0.95, bottom=0.42, subtitle=CHART.subtitle(study))
    axes.set_xlim(0, len(dimensions))
    axes.set_ylim(len(rows), 0)
    axes.set_xticks([])
    axes.set_yticks([])
    for column, dimension in enumerate(dimensions):
        sketch.write(axes, column + 0.4, -0.12, DIMENSIONS[dimension], size=8.5, rotation=40, rotation_mode="anchor", va="bottom")
    for number, row in enumerate(rows):
        name = sketch.fit(label(row.name, row.id), left - 0.3, 8.5)
        sketch.write(axes, -0.12, number + 0.5, name, size=8.5, ha="right", va="center")
        for column, dimension in enumerate(dimensions):
            cell = row.cells[dimension]
            fill = f"{_TINTS[cell.letter]}-{cell.shade}" if cell.letter else "none"
            axes.add_patch(Rectangle((column, number), 1, 1, facecolor=colours[fill], edgecolor=colours["paper"], linewidth=2))
            if cell.letter:
                text = f"{cell.letter}{cell.count}" if sketch.narrow else f"{cell.letter} {cell.count}"
                small = sketch.narrow or cell.count > 999
                sketch.write(axes, column + 0.5, number + 0.5, text, size=6.5 if small else 9, bold=True, ha="center", va="center")
    key = "P platform   ·   M both   ·   O owned   ·   empty: nothing found   ·   darker: 3 or more, 10 or more places"
    sketch.below(axes, 0.14, key, 0.2 if sketch.narrow else left)


def _table(study: Study) -> DataTable:
    rows = tuple((row.name, *(f"{c.letter} {c.count}" if c.letter else "–" for c in row.cells.values())) for row in leak_rows(study))
    return DataTable(("Workflow", *(DIMENSIONS[d] for d in Dimension)), rows)


def _describe(study: Study) -> str:
    parts = []
    for row in leak_rows(study):
        cells = [f"{DIMENSIONS[d].lower()} {LETTER_WORDS[c.letter]} ({c.count})" for d, c in row.cells.items() if c.letter]
        parts.append(f"{row.name}: {', '.join(cells) or 'nothing found'}.")
    return " ".join(parts)


CHART = Chart(
    id="leak-heat-map",
    order=10,
    title=leak_finding,
    subtitle=lambda study: "Places in code, configuration and runbooks, by workflow and dimension (count; P platform, M both, O owned)",
    description=_describe,
    table=_table,
    draw=_draw,
    missing=lambda study: "" if study.audit.workflows or study.audit.sites else "No workflow and no evidence: there is nothing to map",
)
