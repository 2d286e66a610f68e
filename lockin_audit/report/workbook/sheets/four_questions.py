"""Sheet "Four questions": the answers for the repository and for each workflow, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterable

from lockin_audit.assess.answering.words import FACTS
from lockin_audit.core.audit import Verdict
from lockin_audit.core.evidence import QUESTIONS, Question
from lockin_audit.report.study import Study
from lockin_audit.report.words import QUESTION_TITLES, VERDICTS
from lockin_audit.report.workbook.book import Book
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.titles import QUESTIONS as TITLE

_SHOWN = 4


def fill_four_questions(book: Book, study: Study) -> None:
    """One block for the repository, one for each workflow, then the facts the vendors document and the answers people gave."""
    sheet = book[TITLE]
    sheet.widths(13, 19, 104, 24, 40)
    sheet.front("Four questions", "The verdict, the reason, the rule that decided it, and the places in the code it rests on.")
    places = {s.id: f"{s.file}:{s.line}" for s in study.audit.sites}
    row = _block(sheet, 4, "Whole repository", study.audit.questions, places)
    breaks = []
    for workflow in study.audit.workflows:
        breaks.append(row - 1)
        row = _block(sheet, row, f"Workflow: {workflow.name or workflow.id}", workflow.questions, places)
    breaks.append(row - 1)
    row = _conflicts(sheet, row, study)
    row = _facts(sheet, row, study)
    set_up_page(sheet, last_column="E", last_row=row, repeat_rows="1:2", freeze="A3", breaks=tuple(breaks))


def _block(sheet: Sheet, row: int, title: str, verdicts: dict[Question, Verdict], places: dict[str, str]) -> int:
    sheet.heading(row, title, 1, 5)
    sheet.header(row + 1, ("Question", "Verdict", "Why", "Decided by rule", "Rests on"))
    row += 2
    for question in QUESTIONS:
        verdict = verdicts.get(question)
        if verdict is None:
            continue
        sheet.text(row, 1, QUESTION_TITLES[question], "row head")
        sheet.text(row, 2, VERDICTS[verdict.verdict], f"owner {verdict.verdict}")
        contradiction = f"\nContradiction: {verdict.contradiction}" if verdict.contradiction else ""
        sheet.text(row, 3, (verdict.lead or verdict.summary) + contradiction, "cell")
        sheet.text(row, 4, verdict.decided_by, "cell muted")
        sheet.text(row, 5, _rests_on(verdict.because, places), "cell code")
        row += 1
        # What the vendors document stands in a block of its own below.
        for part in verdict.parts if verdict.lead else ():
            if part.heading not in FACTS:
                sheet.text(row, 2, part.heading, "cell muted")
                told = "\n".join(filter(None, [part.opening, *part.items])) if part.items else part.text
                sheet.text(row, 3, told, "cell")
                sheet.text(row, 5, _rests_on(part.because, places) if part.because else "", "cell code")
                row += 1
    return row + 1


def _rests_on(because: Iterable[str], places: dict[str, str]) -> str:
    """The first few places in words, and how many more there are."""
    named = [places.get(key, f"answer {key}") for key in because]
    if not named:
        return "absence of evidence in the files read"
    more = len(named) - _SHOWN
    return "\n".join(named[:_SHOWN]) + (f"\nand {more} more" if more > 0 else "")


def _facts(sheet: Sheet, row: int, study: Study) -> int:
    facts = [(runtime, fact) for runtime in study.runtimes for fact in runtime.facts]
    if not facts:
        return row
    sheet.heading(row, "What the vendors document", 1, 5)
    sheet.header(row + 1, ("About", "Runtime", "Documented behaviour", "How established, day checked", "Source"))
    row += 2
    for runtime, fact in facts:
        sheet.text(row, 1, fact.question.capitalize(), "row head")
        sheet.text(row, 2, runtime.name, "cell")
        sheet.text(row, 3, fact.statement, "cell")
        sheet.text(row, 4, f"{fact.evidence.replace('_', ' ')}, {fact.source.checked_on}", "cell muted")
        sheet.web_link(row, 5, fact.source.title, fact.source.url)
        row += 1
    return row + 1


def _conflicts(sheet: Sheet, row: int, study: Study) -> int:
    """Where the company's own control and the runtime's both decide."""
    if not study.audit.conflicts:
        return row
    names = {w.id: w.name or w.id for w in study.audit.workflows}
    sheet.heading(row, "Where two planes decide: your own control beside the runtime's", 1, 5)
    sheet.header(row + 1, ("Workflow", "The runtime's", "What was found, and what to settle", "Your places", "The runtime's places"))
    row += 2
    for conflict in study.audit.conflicts:
        sheet.text(row, 1, names.get(conflict.workflow, conflict.workflow) or "none", "row head")
        sheet.text(row, 2, str(conflict.plane).replace("_", " "), "cell")
        sheet.text(row, 3, f"{conflict.text}\nTo settle: {conflict.ask}", "cell")
        for column, sites in ((4, conflict.own), (5, conflict.runtime)):
            places = {s.id: f"{s.file}:{s.line}" for s in sites}
            sheet.text(row, column, _rests_on(places, places) if places else "none", "cell code")
        row += 1
    return row + 1
