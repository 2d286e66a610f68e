"""Questionnaires as a workbook to fill in: dropdowns, evidence, locked texts, progress. `ask_form_read` takes it back in."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from lockin_audit.ask.answers import Answer, AnswersFile
from lockin_audit.ask.prefill import cited, places, seen, suggested, told
from lockin_audit.ask.questionnaire import Question, Questionnaire, Section
from lockin_audit.core.audit import Audit
from lockin_audit.report.workbook.sheet import Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from lockin_audit.report.workbook.book import Book

HEAD = (
    "Question", "What it means", "In the code", "Suggested by the scan", "Workflow", "Answer", "What shows it", "Note", "Answered by",
    "On", "Rests on", "Id", "Places",
)  # fmt: skip
"""Column heads; a form is read by them, so columns may be moved."""
HEAD_ROW = 5
START, CHOICES, LISTS = "Start", "Choices", "Lists"
"""Sheets beside those of the questionnaires."""
NAME, DAY = "Your name", "Date"
"""Labels on the first sheet of what counts for every row that names nobody or no day."""
SPARE = 8
"""Empty rows at the foot of each sheet, for answers about one workflow."""
_WIDTHS = (36, 46, 42, 24, 16, 34, 32, 28, 16, 12, 34, 20, 14)
_HOW_TO = (
    "Fill in the yellow cells; everything else is locked (without a password) so that the answers can be read back.",
    "Choose each answer from its list. Not knowing is an answer: it puts the question on the list of what to find out.",
    "Say what shows the answer: a document, a ticket, a clause, a file. In the sheet on procurement an answer without it counts as open.",
    "Write your name and the date here once, or in each row where several people fill in one workbook.",
    "An answer counts for all workflows unless its row names one. To answer differently for one workflow, use the empty rows at the foot "
    "of a sheet: choose the question, the workflow, then the answer.",
    "Two people who see it differently fill in a workbook each; the report shows where they differ.",
    "The last sheet but one explains every choice. Emptying a cell takes no answer back; choose another one.",
)
_CAUTION = "References to laws and standards help to find the text and are not legal advice; the days of work beside them are judgement."


def form(
    questionnaires: Sequence[Questionnaire],
    file: AnswersFile,
    audit: Audit | None,
    as_of: date,
    *,
    workflows: Sequence[str] = (),
    workflow: str = "",
) -> bytes:
    """The workbook: one sheet per questionnaire, with what is answered so far. Equal bytes for equal input.

    Args:
        questionnaires: what to ask.
        file: answers given so far.
        audit: what the scan found, for evidence and suggestions; None: nothing was scanned.
        as_of: date written into the document.
        workflows: ids that the column Workflow offers; empty: it stays free.
        workflow: the one that each question is about; empty: all of them.
    """
    from lockin_audit.report.workbook.book import Book

    book = Book([START, *(q.id for q in questionnaires), CHOICES, LISTS])
    ranges = _choices(book[CHOICES], questionnaires)
    offered = _lists(book[LISTS], questionnaires, workflows)
    counts = {}
    for questionnaire in questionnaires:
        rows = _rows(questionnaire, file, workflow)
        counts[questionnaire.id] = _fill(_Part(book, questionnaire, audit, ranges, offered), rows)
    _start(book[START], questionnaires, counts)
    book[LISTS].worksheet.sheet_state = "hidden"
    for title in (CHOICES, LISTS):
        _lock(book[title].worksheet)
    return book.to_bytes(as_of, "lockin-audit", "Questionnaire")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row to fill in."""

    section: Section
    question: Question
    workflow: str
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class _Part:
    """What one sheet is written from."""

    book: Book
    questionnaire: Questionnaire
    audit: Audit | None
    ranges: dict[str, str]
    """Question id → where its choices stand."""
    offered: dict[str, str]
    """`workflow` and each questionnaire id → where the workflows and the questions stand."""


def _rows(questionnaire: Questionnaire, file: AnswersFile, workflow: str) -> list[_Row]:
    """One row for each question, and one more for each further workflow it was answered for."""
    rows = []
    for section in questionnaire.sections:
        for question in section.questions:
            given = {a.workflow: a for a in file.answers if (a.questionnaire, a.question) == (questionnaire.id, question.id)}
            rows.append(_Row(section, question, workflow, given.pop(workflow, None)))
            rows += [_Row(section, question, other, answer) for other, answer in sorted(given.items())]
    return rows


def _fill(part: _Part, rows: Sequence[_Row]) -> tuple[int, int]:
    """Write one questionnaire; gives how many of its rows are answered, and how many there are."""
    sheet = part.book[part.questionnaire.id]
    sheet.widths(*_WIDTHS)
    sheet.front(part.questionnaire.title, "Fill in the yellow cells: choose an answer from the list, and say what shows it.")
    sheet.prose(3, 1, 7, part.questionnaire.introduction)
    sheet.header(HEAD_ROW, HEAD)
    at, section = HEAD_ROW + 1, None
    first = at
    for row in rows:
        if row.section is not section:
            section = row.section
            for column in range(1, len(HEAD) + 1):
                sheet.text(at, column, section.title if column == 1 else "", "section")
            sheet.height(at, 20)
            at += 1
        _question(part, sheet, at, row)
        at += 1
    given, last = sum(row.answer is not None for row in rows), at - 1
    answers = f"{_letter(sheet, 'Answer')}{first}:{_letter(sheet, 'Answer')}{last}"
    sheet.formula(4, 1, f'COUNTA({answers})&" of {len(rows)} answered"', f"{given} of {len(rows)} answered", "subtitle")
    _spare(part, sheet, at)
    sheet.worksheet.freeze_panes = f"B{HEAD_ROW + 1}"
    _page(sheet.worksheet)
    sheet.worksheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.worksheet.print_area = f"A1:{_letter(sheet, 'Rests on')}{at + SPARE}"
    _lock(sheet.worksheet)
    return given, len(rows)


def _question(part: _Part, sheet: Sheet, at: int, row: _Row) -> None:
    """Write one question with its evidence and what was answered."""
    question, answer = row.question, row.answer
    verdicts, sites = seen(part.audit, row.workflow)
    found = places(row.section, question, sites)
    guess = suggested(row.section, question, verdicts, sites)
    choice = question.choice(answer.choice) if answer else None
    meaning = f"{question.explanation}\nWhy we ask: {question.why}\nWhat would show it: {question.evidence}"
    _put(sheet, at, "Question", question.text, "cell bold")
    _put(sheet, at, "What it means", meaning, "cell")
    _put(sheet, at, "In the code", "\n".join(told(found)), "cell muted")
    _put(sheet, at, "Suggested by the scan", guess.label if guess else "", "cell muted")
    _put(sheet, at, "Id", question.id, "cell code")
    kept = cited(found) if part.audit else answer.places if answer else ()
    _put(sheet, at, "Places", "\n".join(kept), "unit")
    sheet.worksheet.cell(at, HEAD.index("Places") + 1).alignment = _top(sheet.worksheet, at, "Places", wrap=False)
    _put(sheet, at, "Rests on", question.reference.words, "key note")
    _inputs(sheet, at, row.workflow, choice.label if choice else "", answer)
    _offer(sheet, at, "Answer", "=" + part.ranges[question.id], "Choose one of the answers in the list.")
    if part.offered["workflow"]:
        _offer(sheet, at, "Workflow", part.offered["workflow"], "Choose a workflow of lockin.toml, or leave it empty: all of them.")
    sheet.height(at, 66)


def _spare(part: _Part, sheet: Sheet, at: int) -> None:
    """Write the empty rows at the foot."""
    for column in range(1, len(HEAD) + 1):
        words = "More answers about one workflow: choose the question, the workflow, the answer" if column == 1 else ""
        sheet.text(at, column, "", "section")
        if words:
            sheet.worksheet.cell(at, 1).value = words
    sheet.height(at, 20)
    question, text = _letter(sheet, "Question"), "$B:$B"
    for row in range(at + 1, at + 1 + SPARE):
        _put(sheet, row, "Question", "", "input text")
        _inputs(sheet, row, "", "", None)
        _offer(sheet, row, "Question", part.offered[part.questionnaire.id], "Choose one of the questions in the list.")
        start = f"MATCH(${question}{row},{CHOICES}!{text},0)-1"
        _offer(
            sheet,
            row,
            "Answer",
            f"=OFFSET({CHOICES}!$C$1,{start},0,COUNTIF({CHOICES}!{text},${question}{row}),1)",
            "Choose the question first, then one of its answers.",
        )
        if part.offered["workflow"]:
            _offer(sheet, row, "Workflow", part.offered["workflow"], "Choose a workflow of lockin.toml.")
        sheet.height(row, 34)


def _inputs(sheet: Sheet, at: int, workflow: str, label: str, answer: Answer | None) -> None:
    """Write the cells that a person fills in."""
    typed = {"Workflow": workflow, "Answer": label}
    typed |= {"What shows it": answer.evidence, "Note": answer.note, "Answered by": answer.by} if answer else {}
    for name in ("Workflow", "Answer", "What shows it", "Note", "Answered by"):
        _put(sheet, at, name, typed.get(name, ""), "input text")
    _put(sheet, at, "On", "", "input day")
    sheet.worksheet.cell(at, HEAD.index("On") + 1).value = answer.on if answer else None
    sheet.worksheet.cell(at, HEAD.index("On") + 1).number_format = "yyyy-mm-dd"


def _put(sheet: Sheet, at: int, name: str, text: str, style: str) -> None:
    """Write a text into the column of that name, at the top of its cell."""
    column = HEAD.index(name) + 1
    sheet.text(at, column, text, style)
    sheet.worksheet.cell(at, column).alignment = _top(sheet.worksheet, at, name)


def _top(worksheet: Worksheet, at: int, name: str, *, wrap: bool = True) -> Any:
    alignment = copy(worksheet.cell(at, HEAD.index(name) + 1).alignment)
    alignment.vertical, alignment.wrap_text = "top", wrap
    return alignment


def _letter(sheet: Sheet, name: str) -> str:
    return sheet.letter(HEAD.index(name) + 1)


def _offer(sheet: Sheet, at: int, name: str, formula: str, error: str) -> None:
    """Give a cell a list to choose from."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = "Not in the list", error
    sheet.worksheet.add_data_validation(rule)
    rule.add(f"{_letter(sheet, name)}{at}")


def _choices(sheet: Sheet, questionnaires: Sequence[Questionnaire]) -> dict[str, str]:
    """Write every choice with what it means; gives question id → where its choices stand."""
    sheet.widths(28, 50, 50, 60, 60)
    sheet.header(1, ("Id", "Question", "Answer to choose", "What it means for you", "What to do then"))
    sheet.worksheet.freeze_panes = "A2"
    row, ranges = 2, {}
    for question in (question for questionnaire in questionnaires for question in questionnaire.questions()):
        for number, choice in enumerate(question.choices):
            texts = (question.id, question.text, choice.label, choice.rationale, choice.mitigation)
            for column, text in enumerate(texts, 1):
                sheet.text(row + number, column, text, "cell code" if column == 1 else "cell")
        ranges[question.id] = sheet.span(row, 3, row + len(question.choices) - 1, 3)
        row += len(question.choices)
    _page(sheet.worksheet)
    sheet.worksheet.print_title_rows = "1:1"
    return ranges


def _lists(sheet: Sheet, questionnaires: Sequence[Questionnaire], workflows: Sequence[str]) -> dict[str, str]:
    """Write what the lists for workflows and questions offer; gives where each stands."""
    lists = {"workflow": list(workflows), **{q.id: [question.text for question in q.questions()] for q in questionnaires}}
    offered = {}
    for column, (name, texts) in enumerate(lists.items(), 1):
        sheet.text(1, column, name, "plain")
        for row, text in enumerate(texts, 2):
            sheet.text(row, column, text, "plain")
        offered[name] = "=" + sheet.span(2, column, len(texts) + 1, column) if texts else ""
    return offered


def _start(sheet: Sheet, questionnaires: Sequence[Questionnaire], counts: dict[str, tuple[int, int]]) -> None:
    """Write the first sheet: how to fill in, name and date, and how far one is."""
    sheet.widths(30, 62, 26)
    sheet.front("Questions about how our agents are run", "For the people who build, run, buy and answer for them")
    row = 4
    for number, text in enumerate(_HOW_TO, 1):
        sheet.prose(row, 1, 3, f"{number}. {text}")
        row += 1
    sheet.prose(row, 1, 3, _CAUTION, "note")
    row += 2
    sheet.text(row, 1, NAME, "label")
    sheet.text(row, 2, "", "input text")
    sheet.text(row + 1, 1, DAY, "label")
    sheet.text(row + 1, 2, "", "input day")
    sheet.worksheet.cell(row + 1, 2).number_format = "yyyy-mm-dd"
    row += 3
    sheet.header(row, ("Sheet", "What it asks", "How far"))
    for at, questionnaire in enumerate(questionnaires, row + 1):
        given, total = counts[questionnaire.id]
        sheet.link(at, 1, questionnaire.id, questionnaire.id, style="cell link")
        sheet.text(at, 2, questionnaire.title, "cell")
        sheet.formula(at, 3, f"'{questionnaire.id}'!$A$4", f"{given} of {total} answered", "cell")
    _page(sheet.worksheet, paper=9, across=False)
    _lock(sheet.worksheet)


def _page(worksheet: Worksheet, *, paper: int = 8, across: bool = True) -> None:
    """Print on A3 across (paper 8), or on A4 (paper 9), as wide as the sheet."""
    from openpyxl.worksheet.properties import PageSetupProperties

    page = worksheet.page_setup
    page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight = "landscape" if across else "portrait", paper, 1, 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = worksheet.page_margins
    margins.left = margins.right = 0.4


def _lock(worksheet: Worksheet) -> None:
    """Protect texts without a password; widths and heights may be changed."""
    protection = worksheet.protection
    protection.sheet, protection.formatColumns, protection.formatRows = True, False, False
