"""What a chart is: a finding in words, a picture, the data behind it as a table, and the reason when there is nothing to draw."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from lockin_audit.core.text import visible
from lockin_audit.report.charts.palette import Theme
from lockin_audit.report.charts.sketch import FILE, Form, Layout, Sketch, settings
from lockin_audit.report.numbers import day
from lockin_audit.report.study import Study

_REMARKS: Final = re.compile(r"<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*", re.DOTALL)


@dataclass(frozen=True)
class DataTable:
    """The numbers of a chart as text. The first column names the row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Chart:
    """One chart; a module of this package exposes it as `CHART`."""

    id: str
    """File stem and anchor."""
    order: int
    title: Callable[[Study], str]
    """The finding, as a sentence without a full stop."""
    subtitle: Callable[[Study], str]
    """What is drawn and in which unit."""
    description: Callable[[Study], str]
    """The picture in words for those who do not see it."""
    table: Callable[[Study], DataTable]
    draw: Callable[[Study, Sketch], None]
    missing: Callable[[Study], str] = lambda study: ""
    """Why the chart cannot be drawn for this study; empty when it can."""

    def render(self, study: Study, theme: Theme = "light", form: Form = "svg", layout: Layout = FILE) -> bytes:
        """The picture as SVG or PNG bytes. Where the data are missing it is a plain note that says so."""
        with settings():
            reason = self.missing(study)
            sketch = Sketch(theme, layout, reason or self.title(study), source_line(study))
            if reason:
                sketch.axes(0.1).set_axis_off()
            else:
                self.draw(study, sketch)
            picture = sketch.save(form)
            return picture if form == "png" else _described(picture, sketch.title, reason or self.description(study))


def _described(picture: bytes, title: str, description: str) -> bytes:
    """An SVG of matplotlib with a name and a description for screen readers, without its comments and its reference to a DTD."""
    words = "".join(f"<{tag}>{escape(visible(text, 4_000))}</{tag}>" for tag, text in (("title", title), ("desc", description)))
    svg = _REMARKS.sub("", picture.decode())
    start = svg.index("<svg")
    end = svg.index(">", start)
    return f'{svg[:start]}{svg[start:end]} role="img">{words}{svg[end + 1 :]}'.encode()


def source_line(study: Study) -> str:
    """Where the numbers of every chart come from."""
    parts = [f"lockin-audit {study.tool_version}", study.client, study.repository_name]
    on = day(study.as_of, study.language)
    return f"Source: {', '.join(p for p in parts if p)}; prices and code as of {on}; scenario {study.cost.scenario}."
