"""Blocks of the story as HTML: the page tells its sections from the same definition as Markdown and Word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from lockin_audit.report.charts import discover
from lockin_audit.report.page.charts import chart_figure
from lockin_audit.report.page.markup import Html, join, link, name, prose, table, tag
from lockin_audit.report.story.blocks import Block, Heading, Listing, Paragraph, Picture, Span, Table, Words
from lockin_audit.report.study import Study

FOLDED: Final = 24
"""Rows above which a table is folded on the screen; print shows it."""
_CLASSES: Final = {"body": None, "subject": "subject", "lead": "lead", "notice": "notice", "key": "meta"}


def section(study: Study, blocks: Sequence[Block], id: str) -> Html | None:
    """A section of the page with its address, from blocks that begin with a heading of level 2; None where there are none."""
    if not blocks:
        return None
    return tag("section", html(study, blocks), id_=id)


def html(study: Study, blocks: Iterable[Block]) -> Html:
    """Blocks one after the other."""
    parts, level = [], 2
    for block in blocks:
        level = block.level if isinstance(block, Heading) else level
        parts.append(_block(study, block, level))
    return join(parts)


def line(words: Words) -> Html:
    """Spans as inline elements."""
    return join([_span(span) for span in words])


def _block(study: Study, block: Block, level: int) -> Html | None:
    match block:
        case Heading():
            return tag(f"h{block.level}", line(block.words))
        case Paragraph():
            return tag("p", line(block.words), class_=_CLASSES[block.kind])
        case Listing():
            return tag("ol" if block.numbered else "ul", [tag("li", line(item)) for item in block.items]) if block.items else None
        case Table():
            return None if _drawn(study, block.repeats) else _table(block)
        case Picture():
            return next((chart_figure(chart, study, level + 1) for chart in discover() if chart.id == block.chart), None)


def _drawn(study: Study, chart: str) -> bool:
    """Whether the chart stands on the page, with its figures."""
    return any(c.id == chart and not c.missing(study) for c in discover())


def _table(block: Table) -> Html:
    shown = table(
        block.head, [[line(cell) for cell in row] for row in block.rows], caption=block.caption, numbers=block.right, class_=_class(block)
    )
    if len(block.rows) <= FOLDED:
        return shown
    return tag("details", tag("summary", f"{block.caption}: all {len(block.rows):,}"), shown)


def _class(block: Table) -> str:
    """Wide first columns take the room they need; others share it."""
    return "words" if max((sum(len(s.text) for s in row[0]) for row in block.rows if row), default=0) > 60 else ""


def _span(span: Span) -> Html:
    match span.kind:
        case "strong":
            return tag("strong", name(span.text))
        case "flag":
            return tag("span", span.text, class_="badge warn")
        case "emphasis":
            return tag("em", name(span.text))
        case "code":
            return tag("code", name(span.text))
        case "link":
            return link(span.url, span.text)
        case "plain":
            return prose(span.text)
