"""What a chart is: a finding in words, a picture, the data behind it as a table, and the reason when there is nothing to draw."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from lockin_audit.core.text import visible
from lockin_audit.report import numbers
from lockin_audit.report.charts.palette import Theme
from lockin_audit.report.charts.sketch import SLIDE, Form, Layout, Sketch
from lockin_audit.report.study import Study

LONGEST_NAME: Final = 64
"""Characters of a label inside a title."""


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

    def render(self, study: Study, theme: Theme = "light", form: Form = "svg", layout: Layout = SLIDE) -> bytes:
        """The picture as SVG or PNG bytes. Where the data are missing it is a plain note that says so."""
        return self.pictures(study, (form,), theme, layout)[form]

    def pictures(self, study: Study, forms: Sequence[Form], theme: Theme = "light", layout: Layout = SLIDE) -> dict[Form, bytes]:
        """The picture, drawn once, in several forms."""
        reason = self.missing(study)
        sketch = Sketch(theme, layout, reason or self.title(study), "" if reason else self.subtitle(study), source_line(study))
        if reason:
            sketch.take(0.1)
        else:
            self.draw(study, sketch)
        words = visible(reason or self.description(study), 4_000)
        return {form: sketch.save(form, words) for form in forms}


def named(text: str) -> str:
    """A label inside a title, in quotation marks, shortened so that the finding still fits."""
    return numbers.quoted(text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1].rstrip()}…")


def source_line(study: Study) -> str:
    """Where the numbers of every chart come from."""
    parts = [f"lockin-audit {study.tool_version}", study.client, study.repository_name]
    on = numbers.day(study.as_of, study.language)
    return f"Source: {', '.join(p for p in parts if p)}; prices and code as of {on}; scenario {study.cost.scenario}."
