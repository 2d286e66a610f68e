"""Native Excel charts with cached numbers (so that previewers draw them), titles that follow a cell, labelled axes, one look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun

from lockin_audit.report.workbook.cells import clean_text
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.styles import INK, MUTED, RULE

Dash = Literal["dash", "sysDot", "dashDot"]


@dataclass(frozen=True)
class Data:
    """One series: where its name and numbers stand, and what they are."""

    name: str
    name_ref: str
    values: Sequence[float]
    ref: str
    colour: str
    dash: Dash | None = None
    width: int = 28_000
    """Of a line, in English metric units (12,700 to the point)."""


@dataclass(frozen=True)
class Categories:
    """The axis of names or months: where they stand and what they are."""

    labels: Sequence[str | float]
    ref: str


@dataclass(frozen=True)
class Words:
    """What a chart says: the finding (a cell, so that it follows the numbers) and its axes."""

    title: str
    title_ref: str
    across: str
    up: str


def line_chart(words: Words, categories: Categories, series: Sequence[Data], *, number_format: str = "#,##0") -> LineChart:
    """Lines over months."""
    chart = LineChart()
    _fill(chart, words, categories, series, number_format)
    for made, data in zip(chart.series, series, strict=True):
        made.smooth = False
        made.marker.symbol = "none"
        made.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=data.colour, w=data.width, prstDash=data.dash))
    axis: Any = chart.x_axis
    axis.tickLblSkip = axis.tickMarkSkip = 3 if len(categories.labels) > 18 else 1
    return chart


def bar_chart(
    words: Words,
    categories: Categories,
    series: Sequence[Data],
    *,
    stacked: bool = True,
    across: bool = False,
    gap: int = 60,
    number_format: str = "#,##0",
) -> BarChart:
    """Columns, or bars that run across; stacked unless told otherwise."""
    chart = BarChart()
    chart.type = "bar" if across else "col"
    chart.grouping = "stacked" if stacked else "clustered"
    chart.overlap = 100 if stacked else 0
    chart.gapWidth = gap
    _fill(chart, words, categories, series, number_format)
    for made, data in zip(chart.series, series, strict=True):
        made.graphicalProperties = GraphicalProperties(solidFill=data.colour, ln=LineProperties(solidFill="FFFFFF", w=6_000))
        made.invertIfNegative = False
    if across:
        chart.x_axis.scaling.orientation = "maxMin"
        chart.y_axis.crosses = "max"
        chart.x_axis.tickLblPos = "low"
    return chart


def place(sheet: Sheet, chart: Any, anchor: str, width_cm: float, height_cm: float) -> None:
    """Put the chart on the sheet with its upper left corner at a cell."""
    chart.width, chart.height = width_cm, height_cm
    sheet.worksheet.add_chart(chart, anchor)


def _fill(chart: Any, words: Words, categories: Categories, series: Sequence[Data], number_format: str) -> None:
    for data in series:
        values = NumDataSource(numRef=NumRef(f=data.ref, numCache=_numbers(data.values, number_format)))
        label = SeriesLabel(strRef=StrRef(f=data.name_ref, strCache=_strings([data.name])))
        made = Series(idx=len(chart.series), order=len(chart.series), tx=label, val=values, cat=_axis_source(categories))
        chart.series.append(made)
    chart.title = Title(
        tx=Text(strRef=StrRef(f=words.title_ref, strCache=_strings([words.title]))), overlay=False, txPr=_font(1200, bold=True)
    )
    chart.legend.position = "b"
    chart.legend.txPr = _font(900)
    chart.x_axis.title = _axis_title(words.across)
    chart.y_axis.title = _axis_title(words.up)
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.txPr = _font(900)
    chart.y_axis.number_format = number_format
    chart.y_axis.numFmt.sourceLinked = False
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=RULE, w=6_000))
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(solidFill=RULE, w=6_000))
    chart.x_axis.tickLblPos = "low"


def _axis_source(categories: Categories) -> AxDataSource:
    numbers = [c for c in categories.labels if not isinstance(c, str)]
    if len(numbers) == len(categories.labels):
        return AxDataSource(numRef=NumRef(f=categories.ref, numCache=_numbers(numbers, "#,##0")))
    return AxDataSource(strRef=StrRef(f=categories.ref, strCache=_strings([str(c) for c in categories.labels])))


def _numbers(values: Sequence[float], number_format: str) -> NumData:
    return NumData(formatCode=number_format, ptCount=len(values), pt=[NumVal(idx=i, v=repr(v)) for i, v in enumerate(values)])


def _strings(texts: Sequence[str]) -> StrData:
    return StrData(ptCount=len(texts), pt=[StrVal(idx=i, v=clean_text(t)) for i, t in enumerate(texts)])


def _font(size: int, *, bold: bool = False) -> RichText:
    ink = INK if bold else MUTED
    properties = CharacterProperties(sz=size, b=bold, solidFill=ink)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=properties), endParaRPr=properties)])


def _axis_title(text: str) -> Title:
    properties = CharacterProperties(sz=900, b=False, solidFill=MUTED)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=properties), r=[RegularTextRun(rPr=properties, t=text)])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def leave_room(chart: Any, *, left: float, top: float, width: float, height: float) -> None:
    """Fix the plot's place inside the chart (shares of its size), where long labels would otherwise push it aside."""
    chart.layout = Layout(manualLayout=ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=left, y=top, w=width, h=height))
