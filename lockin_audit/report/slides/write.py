"""From a study to the bytes of `slides.pptx`: the question, the verdict, the heat map, the money, the board's question, the asks."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from lockin_audit.core.evidence import QUESTION_TEXTS, QUESTIONS, Dimension
from lockin_audit.report import numbers
from lockin_audit.report.board_numbers import LABELS, READING, board_numbers
from lockin_audit.report.charts import discover
from lockin_audit.report.charts.chart import source_line
from lockin_audit.report.charts.sketch import PAGE
from lockin_audit.report.dates_in_words import with_dates_in_words
from lockin_audit.report.leaks import LETTER_WORDS, leak_finding, leak_rows
from lockin_audit.report.logo import png_size
from lockin_audit.report.narrative import Narrative, narrate
from lockin_audit.report.office_look import MUTED, NAVY, NOTICE, PALE, fill_of, shown
from lockin_audit.report.office_package import normalised
from lockin_audit.report.slides.canvas import Box, Canvas, Cell, Line
from lockin_audit.report.slides.template import open_presentation, title_layout
from lockin_audit.report.study import Study
from lockin_audit.report.words import DIMENSIONS, QUESTION_TITLES, VERDICTS

_ROWS: Final = 8
"""Rows of a table on a slide; the document has all."""
_VERDICT_FILLS: Final = {"platform": fill_of("P", 2), "mixed": fill_of("M", 2), "owned": fill_of("O", 2), "none": fill_of("", 0)}


@dataclass(frozen=True)
class _Deck:
    study: Study
    told: Narrative
    presentation: Any
    house: bool

    def slide(self, title: str) -> Canvas:
        """A new slide with footer."""
        about = self.study.config.report.confidentiality or " · ".join(
            p for p in (self.study.client, numbers.day(self.study.dated, self.study.language)) if p
        )
        return Canvas(self.presentation, title_layout(self.presentation), title, about, house=self.house)


def write_slides(study: Study, template: bytes = b"") -> bytes:
    """The six slides; equal bytes for equal input.

    Args:
        study: what to show.
        template: a house template, checked before; empty: our own look.
    """
    study = with_dates_in_words(study)
    presentation = open_presentation(template)
    deck = _Deck(study, narrate(study), presentation, bool(template))
    slides: tuple[Callable[[_Deck], None], ...] = (_question, _verdict, _map, _money, _board, _asks)
    for slide in slides:
        slide(deck)
    core = presentation.core_properties
    core.title, core.subject = shown(study.config.study.title, 250), shown(study.client, 250)
    core.author = core.last_modified_by = shown(study.author, 250) or "lockin-audit"
    core.comments, core.keywords, core.category, core.revision = "", "", "", 1
    raw = io.BytesIO()
    presentation.save(raw)
    return normalised(raw.getvalue(), study.as_of)


def _question(deck: _Deck) -> None:
    study = deck.study
    canvas = deck.slide(study.config.study.title)
    left, right = canvas.box.columns(3, 2, gap=0.05)
    if study.logo:
        width, height = png_size(study.logo)
        corner = Box(right.left + right.width // 2, right.top, right.width // 2, right.height // 7)
        scale = min(corner.width / width, corner.height / height)
        placed = Box(corner.left + corner.width - round(width * scale), corner.top, round(width * scale), round(height * scale))
        canvas.picture(placed, study.logo, f"Logo of {study.author or study.client}")
        right = Box(right.left, right.top + right.height // 6, right.width, right.height - right.height // 6)
    asked = [Line("Four questions decide how hard it is to leave", 20, bold=True, colour=NAVY, after=16)]
    asked += [Line(f"{QUESTION_TITLES[q]}: {QUESTION_TEXTS[q]}", 20, point="1.", after=16) for q in QUESTIONS]
    canvas.text(left, asked)
    scan, runtimes = study.audit.scan, numbers.listing([r.name for r in study.runtimes if r.kind != "neutral"][:5])
    facts = [
        ("For", study.client),
        ("By", study.author),
        ("Date", numbers.day(study.dated, study.language)),
        ("Looked at", f"{study.repository_name}, {numbers.count(scan.stats.files, 'file')}"),
        ("Commit", (scan.commit or "")[:10]),
        ("Workflows", numbers.listing([w.name or w.id for w in study.audit.workflows][:5])),
        ("Found", runtimes or "no agent runtime"),
        ("Prices as of", numbers.day(study.as_of, study.language)),
    ]
    canvas.text(right, [Line(f"{label}: {value}", 16, after=10) for label, value in facts if value], fill=PALE)
    canvas.notes(
        [
            "Why we ask: whoever decides retries, holds the state and the telemetry, and can replay a failed run, holds business logic.",
            *(f"Draft: {reason}" for reason in deck.told.draft),
            f"Source: {source_line(study).removeprefix('Source: ')}",
            "Everything shown here, with file and line: report.html and report.docx.",
        ]
    )


def _verdict(deck: _Deck) -> None:
    study, told = deck.study, deck.told
    canvas = deck.slide(told.findings[0].rstrip(".") if told.findings else "Nothing was found to decide about")
    top, middle, bottom = canvas.box.rows(1.5, 1.3, 3.0)
    canvas.text(top, [Line(text, 16, after=8) for text in told.findings[1:]])
    found = study.audit.questions
    cells = [
        Cell(
            VERDICTS[found[q].verdict] if q in found else "not judged",
            True,
            _VERDICT_FILLS[found[q].verdict] if q in found else "",
            "center",
        )
        for q in QUESTIONS
    ]
    canvas.table(middle, [Cell(QUESTION_TITLES[q], align="center") for q in QUESTIONS], [cells], (1, 1, 1, 1), size=15)
    rows = [[Cell(w.name), Cell(w.advice, True), Cell(w.criticality)] for w in told.workflows[:_ROWS]]
    if len(told.workflows) > _ROWS:
        rows.append([Cell(f"and {len(told.workflows) - _ROWS} more"), Cell("see the document"), Cell("")])
    if rows:
        canvas.table(
            bottom, [Cell("Workflow"), Cell("Advice"), Cell("Criticality")], rows, (3, 3, 4), size=14 if len(rows) < 6 else 11, tall=2.5
        )
    because = [f"{w.name}: {' '.join(w.reasons)}" for w in told.workflows]
    places = {s.id: f"{s.file}:{s.line}" for s in study.audit.sites}
    rests = [
        f"{QUESTION_TITLES[q]}: {', '.join([places[i] for i in found[q].because if i in places][:6]) or 'absence or answers'}"
        f" (rule {found[q].decided_by})."
        for q in QUESTIONS
        if q in found
    ]
    canvas.notes(["Reasons for each workflow:", *because, "What the four verdicts rest on:", *rests])


def _map(deck: _Deck) -> None:
    study = deck.study
    canvas = deck.slide(leak_finding(study))
    rows = leak_rows(study)
    shown_rows = sorted(rows, key=lambda r: -r.platform)[:_ROWS] if len(rows) > _ROWS else rows
    key = "P: the platform holds it. O: your own code does. M: both. –: nothing found. Numbers count places; darker means more."
    body, note = canvas.box.rows(8, 1, gap=0.02)
    if shown_rows:
        head = [Cell("Workflow"), *(Cell(DIMENSIONS[d], align="center") for d in Dimension)]
        lines = []
        for row in shown_rows:
            cells = [
                Cell(f"{c.letter} {c.count:,}", True, fill_of(c.letter, c.shade), "center") if c.letter else Cell("–", align="center")
                for c in row.cells.values()
            ]
            lines.append([Cell(row.name, True), *cells])
        canvas.table(body, head, lines, (2.1, *(1.12,) * len(Dimension)), size=12, tall=3.6)
    more = f" The {len(shown_rows)} workflows with most places of {len(rows)} are shown." if len(rows) > len(shown_rows) else ""
    canvas.text(note, [Line(key + more, 12, colour=MUTED)])
    said = [
        f"{row.name}: " + ", ".join(f"{DIMENSIONS[d]} {LETTER_WORDS[c.letter]} ({c.count})" for d, c in row.cells.items() if c.letter)
        for row in shown_rows
    ]
    canvas.notes(
        [*said, f"Source: {numbers.count(len(study.audit.sites), 'place')} in {study.repository_name}; findings.sarif lists them."]
    )


def _money(deck: _Deck) -> None:
    study, told = deck.study, deck.told
    chart = next(c for c in discover() if c.id == "cumulative-cost")
    missing = chart.missing(study)
    canvas = deck.slide(missing or chart.title(study))
    left, right = canvas.box.columns(5, 3)
    if missing:
        canvas.text(left, [Line(f"{missing}.", 16)])
    else:
        picture, below = left.rows(9, 1, gap=0.01)
        canvas.picture(picture, chart.render(study, form="png", layout=PAGE), f"{chart.title(study)}. {chart.description(study)}")
        canvas.text(below, [Line(f"{chart.subtitle(study)}.", 11, colour=MUTED)])
    lines: list[Line] = []
    for number in told.key_numbers:
        lines.append(Line(number.label, 12, colour=MUTED, after=0))
        lines.append(Line(number.value, 22 if len(number.value) < 22 else 17, bold=True, colour=NAVY, after=1))
        lines.append(Line(number.note, 11, after=9))
    canvas.text(right, lines, fill=PALE)
    prices = sorted({f"{p.product} {p.meter}: {p.unit_price} {p.currency} per {p.unit}, {p.source}" for p in study.cost.prices})
    canvas.notes(
        [
            "Saving is the cost of the option moved from less the cost of the option moved to, in present value.",
            *study.cost.warnings,
            f"Source: {source_line(study).removeprefix('Source: ')} Seed {study.seed}. assessment.xlsx holds the formulas.",
            *(["Prices used:", *prices[:12]] if prices else []),
            f"And {len(prices) - 12} more prices; see the document." if len(prices) > 12 else "",
        ]
    )


def _board(deck: _Deck) -> None:
    study, board = deck.study, deck.study.cost.board
    if board is None:
        canvas = deck.slide("What if another vendor's model had to be used? Not worked out for this study")
        swap = study.audit.swap_days
        leave = study.audit.leave_days
        text = f"From the code alone, swapping the model takes {numbers.days(swap)}; leaving the runtime {numbers.days(leave)}."
        canvas.text(
            canvas.box, [Line(text, 18), Line("A study with a simulation and options to compare answers it in money.", 16, colour=MUTED)]
        )
        canvas.notes(["Source: the rebuild list of the audit (report.docx)."])
        return
    currency = study.cost.currency
    labels = {id: study.cost.options[id].label if id in study.cost.options else id for id in board.options}
    costs = [
        f"{numbers.money_short(a.switching_cost.get('p50'), currency)} on {numbers.quoted(labels[id])}" for id, a in board.options.items()
    ]
    canvas = deck.slide(f"If another vendor's model had to be used by month {board.month}, the change would cost {numbers.listing(costs)}")
    told = [board_numbers(answer, currency, short=True) for answer in board.options.values()]
    rows = [[Cell(label, True), *(Cell(text, align="right") for text in texts)] for label, *texts in zip(LABELS, *told, strict=True)]
    table, note = canvas.box.rows(5, 1.2)
    head = [Cell("Figure"), *(Cell(labels[id], align="right") for id in board.options)]
    canvas.table(table, head, rows, (4, *(3,) * len(told)), size=15 if len(told) < 4 else 11, tall=2.5)
    canvas.text(note, [Line(board.note, 12, colour=MUTED)])
    canvas.notes(
        [
            f"The question: what would have to be rebuilt, at what cost, if another vendor's model had to be used by month {board.month}?",
            READING,
            board.note,
            f"Source: {source_line(study).removeprefix('Source: ')} The rebuild list is in report.docx and assessment.xlsx.",
        ]
    )


def _asks(deck: _Deck) -> None:
    study, told = deck.study, deck.told
    asks = told.actions[:6]
    canvas = deck.slide(f"What we ask of you: {numbers.count(len(asks), 'step')}, in this order")
    left, right = canvas.box.columns(3, 2, gap=0.04)
    size = 16 if sum(map(len, asks)) < 620 else 14
    canvas.text(left, [Line(text, size, point="1.", after=9) for text in asks])
    flips = [Line("What would change the cost comparison", 14, bold=True, colour=NAVY, after=7)]
    flips += [Line(text, 13, point="•", after=7) for text in told.flips]
    if told.draft:
        upper, lower = right.rows(3, 2, gap=0.04)
        canvas.text(upper, flips, fill=PALE)
        draft = [Line("This is still a draft", 14, bold=True, colour=NAVY, after=5), *(Line(r, 12, after=5) for r in told.draft)]
        canvas.text(lower, draft, fill=NOTICE)
    else:
        canvas.text(right, flips, fill=PALE)
    more = [f"{a.owner}: {a.what} ({numbers.quantity(a.days)} person-days, {a.risk} risk)" for a in study.audit.actions[:10]]
    ready = [f"{p.owner}: {p.what}: {numbers.days(p.days)}; {p.gives}" for p in study.audit.preparations[:5]]
    canvas.notes(
        [
            *(["From the answers people gave:", *more] if more else []),
            *(["What can be made ready now:", *ready] if ready else []),
            f"Source: {source_line(study).removeprefix('Source: ')}",
            "Effort is in person-days: judgement on counted places, to be replaced by your own estimate. Nothing here is legal advice.",
        ]
    )
