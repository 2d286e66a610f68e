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
from lockin_audit.report.ask_form_guide import CHOICES, LISTS, START, lock, page, write_choices, write_lists, write_start
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
SPARE = 8
"""Empty rows at the foot of each sheet, for answers about one workflow."""
_WIDTHS = (36, 46, 42, 24, 16, 34, 32, 28, 16, 12, 34, 20, 14)


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
    ranges = write_choices(book[CHOICES], questionnaires)
    offered = write_lists(book[LISTS], questionnaires, workflows)
    counts = {}
    for questionnaire in questionnaires:
        rows = _rows(questionnaire, file, workflow)
        counts[questionnaire.id] = _fill(_Part(book, questionnaire, audit, ranges, offered), rows)
    write_start(book[START], questionnaires, counts)
    book[LISTS].worksheet.sheet_state = "hidden"
    for title in (CHOICES, LISTS):
        lock(book[title].worksheet)
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
    page(sheet.worksheet)
    sheet.worksheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.worksheet.print_area = f"A1:{_letter(sheet, 'Rests on')}{at + SPARE}"
    lock(sheet.worksheet)
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
