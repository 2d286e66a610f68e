"""Leak heat map: workflow by dimension, with count and letter in each cell."""

from __future__ import annotations

from lockin_audit.core.evidence import Dimension
from lockin_audit.report import numbers
from lockin_audit.report.charts.chart import Chart, DataTable
from lockin_audit.report.charts.pattern import Pattern
from lockin_audit.report.charts.sketch import Sketch, label
from lockin_audit.report.leaks import LETTER_WORDS, Letter, leak_finding, leak_rows
from lockin_audit.report.study import Study
from lockin_audit.report.words import DIMENSIONS

_TINTS = {"P": "platform", "M": "mixed", "O": "owned"}
_PATTERNS: dict[Letter, Pattern] = {"P": "", "M": "/", "O": "-", "": ""}
ROW = 0.36
"""Height of a row in inches."""
HEAD, KEY = 0.95, 0.34
"""Room for the names of the dimensions above, and for the key below."""


def _draw(study: Study, sketch: Sketch) -> None:
    rows, dimensions = leak_rows(study), list(Dimension)
    shown, height = sketch.rows(len(rows), ROW, least=0.25, beside=HEAD + KEY)
    shown -= shown < len(rows)
    left = 1.15 if sketch.narrow else 2.3 if sketch.width > 8 else 1.9
    top, step = sketch.top + HEAD, (sketch.width - left - 0.5) / len(dimensions)
    for column, dimension in enumerate(dimensions):
        sketch.write(left + (column + 0.5) * step, top - 0.08, DIMENSIONS[dimension], 8.5, level="base", angle=42)
    for number, row in enumerate(rows[:shown]):
        y = top + number * height
        sketch.write(left - 0.1, y + height / 2, sketch.fit(label(row.name, row.id), left - 0.3, 8.5), 8.5, align="right")
        for column, dimension in enumerate(dimensions):
            cell, x = row.cells[dimension], left + column * step
            fill = f"{_TINTS[cell.letter]}-{cell.shade}" if cell.letter else "none"
            sketch.rect(x + 0.015, y + 0.015, step - 0.03, height - 0.03, fill, pattern=_PATTERNS[cell.letter])
            if cell.letter:
                text = f"{cell.letter}{cell.count}" if sketch.narrow else f"{cell.letter} {cell.count}"
                size = 6.5 if sketch.narrow or cell.count > 999 else 9
                sketch.write(x + step / 2, y + height / 2, text, size, bold=True, align="center", boxed=cell.letter != "P")
    bottom = top + shown * height
    if shown < len(rows):
        rest = f"and {numbers.count(len(rows) - shown, 'workflow')} more: see the page-size picture and the table"
        sketch.write(left, bottom + height / 2, rest, 8.5, role="muted")
        bottom += height
    key = "P platform  ·  M both (slanted)  ·  O own code (lines)  ·  empty: nothing found  ·  darker: 3 or more, 10 or more places"
    room = sketch.width - 0.4 if sketch.narrow else sketch.width - left - 0.2
    sketch.block(0.2 if sketch.narrow else left, bottom + 0.06, sketch.wrap(key, room, 7.5), 7.5, role="muted")


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
