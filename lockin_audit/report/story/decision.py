"""What a board reads first: verdict, numbers, advice per workflow, the four questions, and where the logic has gone."""

from __future__ import annotations

from collections.abc import Sequence

from lockin_audit.core.audit import AnswerPart
from lockin_audit.core.evidence import QUESTION_TEXTS, QUESTIONS
from lockin_audit.report.leaks import leak_finding, leak_rows
from lockin_audit.report.narrative import narrate
from lockin_audit.report.story import pictures
from lockin_audit.report.story.blocks import Block, Heading, Listing, Paragraph, Picture, Span, Words, code, listing, strong, table, words
from lockin_audit.report.study import Study
from lockin_audit.report.words import DIMENSIONS, QUESTION_TITLES, VERDICTS

PLACES = 5
"""Places named under a verdict."""


def first_page(study: Study) -> list[Block]:
    """Title, verdict, four numbers, advice, what would change it, what to do."""
    told = narrate(study)
    blocks: list[Block] = [Heading(1, words(told.title)), Paragraph(words(told.subject), "subject")]
    if told.imprint:
        blocks.append(Paragraph(words(told.imprint), "subject"))
    if told.draft:
        reasons = [part for reason in told.draft for part in (" ", reason)]
        blocks.append(Paragraph(words(strong("Draft."), *reasons), "notice"))
    blocks += [Paragraph(words(strong(told.verdict)), "lead"), Heading(2, words("Four numbers"))]
    numbers = [(n.label, strong(n.value), n.note) for n in told.key_numbers]
    blocks.append(table("Saving, payback, volume and effort", ("Figure", "Value", "Note"), numbers, widths=(3, 3.4, 9)))
    blocks.append(Heading(2, words("What to do with each workflow")))
    rows = [
        (w.name, strong(w.advice), w.criticality, words(*(p for n, r in enumerate(w.reasons) for p in ((" ", r) if n else (r,)))))
        for w in told.workflows
    ]
    head = ("Workflow", "Advice", "Criticality", "Reasons")
    blocks.append(
        table("Advice for each workflow", head, rows, widths=(2.6, 2.8, 3, 7)) if rows else Paragraph(words("No workflow is defined."))
    )
    blocks += [Heading(2, words("What would change the cost comparison")), listing(told.flips, numbered=True)]
    return [*blocks, Heading(2, words("What to do next")), listing(told.actions, numbered=True)]


def questions(study: Study) -> list[Block]:
    """Verdict, summary and evidence of each question."""
    sites = {s.id: s for s in study.audit.sites}
    blocks: list[Block] = [Heading(2, words("The four questions"))]
    for question in QUESTIONS:
        verdict = study.audit.questions.get(question)
        blocks += [Heading(3, words(QUESTION_TITLES[question])), Paragraph(words(Span(QUESTION_TEXTS[question], "emphasis")))]
        if verdict is None:
            blocks.append(Paragraph(words("This question was not judged.")))
            continue
        blocks.append(Paragraph(words(strong(f"{VERDICTS[verdict.verdict]}."), " ", verdict.lead or verdict.summary)))
        if verdict.lead:
            blocks += _parts(verdict.parts)
        if verdict.contradiction:
            blocks.append(Paragraph(words(strong("People and code disagree."), " ", verdict.contradiction), "notice"))
        places = [f"{sites[i].file}:{sites[i].line}" for i in verdict.because if i in sites]
        named: list[str | Span] = []
        for place in places[:PLACES]:
            named += [", ", code(place)] if named else ["Rests on ", code(place)]
        more = f" and {len(places) - PLACES} more" if len(places) > PLACES else ""
        rests = [*named, f"{more}."] if named else ["Rests on absence or on answers; no place decides otherwise."]
        blocks.append(Paragraph(words(*rests, " Decided by rule ", code(verdict.decided_by), "."), "key"))
    return [*blocks, *(Picture(id) for id in pictures.QUESTIONS), *planes(study)]


def _parts(parts: Sequence[AnswerPart]) -> list[Block]:
    """The parts of an answer as points; one that is a list itself stands between them with its members as points."""
    blocks: list[Block] = []
    points: list[Words] = []
    for part in parts:
        if not part.items:
            points.append(words(strong(f"{part.heading}."), " ", part.text))
            continue
        blocks += [Listing(tuple(points))] if points else []
        points = []
        blocks += [Paragraph(words(strong(f"{part.heading}."), " ", part.opening)), Listing(tuple(words(item) for item in part.items))]
    return [*blocks, Listing(tuple(points))] if points else blocks


def planes(study: Study) -> list[Block]:
    """Where the company's own control stands beside a runtime's."""
    if not study.audit.conflicts:
        return []
    names = {w.id: w.name or w.id for w in study.audit.workflows}
    rows = [(names.get(c.workflow, "in no workflow"), c.plane, c.text, c.ask) for c in study.audit.conflicts]
    intro = "Your own instructions, rules or routing stand beside the runtime's own: nobody can say from the code which of the two decides."
    return [
        Heading(3, words("Where two sides steer the same agent")),
        Paragraph(words(intro)),
        table("Own control beside the runtime's own", ("Workflow", "About", "Finding", "To settle"), rows, widths=(2.4, 1.6, 6.5, 4.5)),
    ]


def leak_map(study: Study) -> list[Block]:
    """Places by workflow and dimension."""
    rows = leak_rows(study)
    cells = [(r.name, *(f"{c.letter} {c.count}" if c.letter else "–" for c in r.cells.values())) for r in rows]
    key = "P: the platform holds it. O: your own code does. M: both. –: nothing found. Numbers count places."
    head = ("Workflow", *DIMENSIONS.values())
    body = table("Places by workflow and part of the agent", head, cells, widths=(3.4, *(1.2,) * len(DIMENSIONS)), kind="heat")
    return [
        Heading(2, words("Where the logic has gone")),
        Paragraph(words(f"{leak_finding(study)}."), "lead"),
        body if rows else Paragraph(words("No workflow and no evidence.")),
        Paragraph(words(key), "key"),
        *(Picture(id) for id in pictures.LEAKS),
    ]
