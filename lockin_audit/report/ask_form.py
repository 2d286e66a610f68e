"""A questionnaire as a workbook to fill in, and back: dropdowns, evidence, locked texts, every fault named by its cell."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lockin_audit.ask.answers import Answer, AnswersFile
from lockin_audit.ask.prefill import places, suggested
from lockin_audit.ask.questionnaire import Choice, Question, Questionnaire
from lockin_audit.core.audit import Audit
from lockin_audit.core.errors import DataError
from lockin_audit.core.text import visible
from lockin_audit.report.workbook.cells import clean_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from lockin_audit.report.workbook.sheet import Sheet

HEAD = ("Id", "Question", "What it means", "In the code", "Suggested by the scan", "Answer", "What shows it", "Note", "Answered by", "On")
"""Column heads; a form is read by them, so columns may be moved."""
_ID, _TEXT, _ANSWER, _EVIDENCE, _NOTE, _BY, _ON = "Id", "Question", "Answer", "What shows it", "Note", "Answered by", "On"
_HEAD_ROW = 5
_CHOICES = "Choices"
_FILE_LIMIT, _UNPACKED_LIMIT, _ROW_LIMIT, _COLUMN_LIMIT, _FAULTS_SHOWN = 20_000_000, 100_000_000, 2_000, 60, 20


def form(questionnaires: Sequence[Questionnaire], file: AnswersFile, audit: Audit | None, as_of: date) -> bytes:
    """The workbook: one sheet per questionnaire, with what is answered so far. Equal bytes for equal input.

    Args:
        questionnaires: what to ask.
        file: answers given so far.
        audit: what the scan found, for evidence and suggestions; None: nothing was scanned.
        as_of: date written into the document.
    """
    from lockin_audit.report.workbook.book import Book

    book = Book([*(q.id for q in questionnaires), _CHOICES])
    lists = book[_CHOICES]
    lists.widths(30, 90)
    lists.header(1, ("Question", "Choice"))
    row = 2
    for questionnaire in questionnaires:
        ranges = {}
        for question in questionnaire.questions():
            for number, choice in enumerate(question.choices):
                lists.text(row + number, 1, question.id)
                lists.text(row + number, 2, choice.label)
            ranges[question.id] = lists.span(row, 2, row + len(question.choices) - 1, 2)
            row += len(question.choices)
        _fill(book[questionnaire.id], questionnaire, ranges, file, audit)
    lists.worksheet.sheet_state = "hidden"
    lists.worksheet.protection.sheet = True
    return book.to_bytes(as_of, "lockin-audit", "Questionnaire")


def _fill(sheet: Sheet, questionnaire: Questionnaire, ranges: dict[str, str], file: AnswersFile, audit: Audit | None) -> None:
    """Write one questionnaire."""
    from openpyxl.styles import Alignment
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.widths(22, 44, 44, 40, 26, 34, 34, 30, 18, 13)
    sheet.front(questionnaire.title, "Fill in the yellow cells: choose an answer from the list, say what shows it, and who answered when.")
    sheet.prose(3, 1, len(HEAD), questionnaire.introduction)
    sheet.header(_HEAD_ROW, HEAD)
    first = row = _HEAD_ROW + 1
    given = 0
    for section in questionnaire.sections:
        for question in section.questions:
            answer = file.get(questionnaire.id, question.id)
            choice = question.choice(answer.choice) if answer else None
            found = places(section, question, audit.sites) if audit else ()
            guess = suggested(section, question, audit.questions, audit.sites) if audit else None
            sheet.text(row, 1, question.id, "cell code")
            sheet.text(row, 2, question.text, "cell bold")
            sheet.text(row, 3, f"{question.explanation} Why we ask: {question.why} What would show it: {question.evidence}", "cell")
            sheet.text(row, 4, "\n".join(f"{s.file}:{s.line}  {s.what}" for s in found), "cell muted")
            sheet.text(row, 5, guess.label if guess else "", "cell muted")
            typed = (choice.label if choice else "", *((answer.evidence, answer.note, answer.by) if answer else ("", "", "")))
            for offset, text in enumerate(typed):
                sheet.text(row, 6 + offset, text, "input choice")
                if not text:
                    sheet.worksheet.cell(row=row, column=6 + offset).value = None
            sheet.day(row, 10, answer.on if answer else None, "input choice", missing="")
            day = sheet.worksheet.cell(row=row, column=10)
            day.style = sheet.worksheet.cell(row=row, column=6).style
            day.number_format = "yyyy-mm-dd"
            day.value = answer.on if answer else None
            for column in range(6, 11):
                sheet.worksheet.cell(row=row, column=column).alignment = Alignment(vertical="top", wrap_text=True)
            rule = DataValidation(type="list", formula1="=" + ranges[question.id], allow_blank=True, showErrorMessage=True)
            rule.errorTitle, rule.error = "Not a choice", "Choose one of the answers in the list."
            sheet.worksheet.add_data_validation(rule)
            rule.add(f"F{row}")
            given += choice is not None
            sheet.height(row, 110)
            row += 1
    total = row - first
    sheet.formula(4, 1, f'COUNTA(F{first}:F{row - 1})&" of {total} answered"', f"{given} of {total} answered", "subtitle")
    sheet.worksheet.freeze_panes = f"C{first}"
    page = sheet.worksheet.page_setup
    page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight = "landscape", 9, 1, 0
    sheet.worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.worksheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    protection = sheet.worksheet.protection
    protection.sheet, protection.formatColumns, protection.formatRows = True, False, False


def read_form(path: Path, questionnaires: Sequence[Questionnaire]) -> tuple[Answer, ...]:
    """The answers in a filled-in workbook; all of them or none.

    Raises:
        DataError: the file is no workbook of ours, or cells hold something wrong: each fault with sheet and cell.
    """
    book = _open(path)
    faults: list[str] = []
    answers: list[Answer] = []
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    wanted = [q for q in questionnaires if q.id in sheets]
    if not wanted:
        names = ", ".join(q.id for q in questionnaires)
        raise DataError(str(path), f"has no sheet named after a questionnaire ({names}).", "Write a new form with --to-xlsx.")
    for questionnaire in wanted:
        answers += _read_sheet(sheets[questionnaire.id], questionnaire, faults)
    if faults:
        more = len(faults) - _FAULTS_SHOWN
        shown = "; ".join(faults[:_FAULTS_SHOWN]) + (f"; and {more} more" if more > 0 else "")
        raise DataError(str(path), f"{len(faults)} fault{'s' if len(faults) > 1 else ''}, nothing was taken in: {shown}.")
    return tuple(answers)


def _open(path: Path) -> Any:
    """The workbook, refused when it is too large, no workbook, or broken."""
    from openpyxl import load_workbook

    remedy = "Name the .xlsx file that --to-xlsx wrote and that was filled in."
    try:
        if path.stat().st_size > _FILE_LIMIT:
            raise DataError(str(path), "is larger than 20 MB.", remedy)
        with zipfile.ZipFile(path) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _UNPACKED_LIMIT:
                raise DataError(str(path), "unpacks to more than 100 MB.", remedy)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # extensions that other programs add and openpyxl leaves out
            return load_workbook(path)
    except OSError as error:
        raise DataError(str(path), f"cannot be read: {error.strerror or 'not a regular file'}.", remedy) from None
    except DataError:
        raise
    except Exception:  # a broken workbook can fail anywhere inside openpyxl, in any way
        raise DataError(str(path), "is not a workbook that can be read.", remedy) from None


def _read_sheet(sheet: Worksheet, questionnaire: Questionnaire, faults: list[str]) -> list[Answer]:
    """The answers of one sheet; faults are added to the list."""
    where = visible(sheet.title, 40)
    if sheet.max_row > _ROW_LIMIT or sheet.max_column > _COLUMN_LIMIT:
        faults.append(f"sheet {where} has {sheet.max_row} rows and {sheet.max_column} columns; a form is far smaller")
        return []
    columns, head_row = _columns(sheet)
    missing = [name for name in (_ID, _TEXT, _ANSWER, _EVIDENCE, _NOTE, _BY, _ON) if name not in columns]
    if missing:
        faults.append(f"sheet {where} lacks the column{'s' if len(missing) > 1 else ''} {', '.join(missing)}")
        return []
    answers: list[Answer] = []
    seen: set[str] = set()
    for row in range(head_row + 1, sheet.max_row + 1):
        cells = {name: sheet.cell(row=row, column=column) for name, column in columns.items()}
        words = {name: _text(cell, where, faults) for name, cell in cells.items() if name in (_ID, _TEXT, _ANSWER, _EVIDENCE, _NOTE, _BY)}
        if not any(words.values()) and cells[_ON].value is None:
            continue
        question = questionnaire.question(words[_ID])
        if question is None:
            faults.append(f"{where}!{cells[_ID].coordinate}: {visible(words[_ID], 40)!r} is no question of {questionnaire.id}")
            continue
        if question.id in seen:
            faults.append(f"{where}!{cells[_ID].coordinate}: {question.id} stands twice")
            continue
        seen.add(question.id)
        if " ".join(words[_TEXT].split()) != " ".join(clean_text(question.text).split()):
            faults.append(f"{where}!{cells[_TEXT].coordinate}: the text of the question was changed")
        day = _day(cells[_ON], where, faults)
        if not words[_ANSWER]:
            if words[_EVIDENCE] or words[_NOTE]:
                faults.append(f"{where}!{cells[_ANSWER].coordinate}: a remark but no answer; choose one (not knowing is a choice too)")
            continue
        choice = _choice(question, words[_ANSWER])
        if choice is None:
            faults.append(f"{where}!{cells[_ANSWER].coordinate}: {visible(words[_ANSWER], 60)!r} is not in the list")
            continue
        answers.append(
            Answer(
                questionnaire=questionnaire.id,
                question=question.id,
                choice=choice.id,
                by=words[_BY],
                on=day,
                note=words[_NOTE],
                evidence=words[_EVIDENCE],
            )
        )
    return answers


def _columns(sheet: Worksheet) -> tuple[dict[str, int], int]:
    """Column of each head, and the row of the heads: the first of the top twenty rows that names the id and the answer."""
    for row in range(1, min(sheet.max_row, 20) + 1):
        found = {}
        for column in range(1, sheet.max_column + 1):
            value = sheet.cell(row=row, column=column).value
            if isinstance(value, str) and value.strip() in HEAD and value.strip() not in found:
                found[value.strip()] = column
        if _ID in found and _ANSWER in found:
            return found, row
    return {}, 0


def _text(cell: Any, where: str, faults: list[str]) -> str:
    """The text of a cell; a formula is a fault."""
    if cell.data_type == "f":
        faults.append(f"{where}!{cell.coordinate}: holds a formula; write the answer itself")
        return ""
    if cell.data_type == "e":
        faults.append(f"{where}!{cell.coordinate}: holds an error value")
        return ""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return clean_text(str(value)).strip()


def _day(cell: Any, where: str, faults: list[str]) -> date | None:
    """The date in a cell, as a date or as ISO text."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _text(cell, where, faults)
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        faults.append(f"{where}!{cell.coordinate}: {visible(text, 30)!r} is no date; write it as 2026-11-21")
        return None


def _choice(question: Question, text: str) -> Choice | None:
    """The choice whose label or id was written, whatever the spacing and case."""
    wanted = " ".join(text.split()).casefold()
    return next((c for c in question.choices if wanted in (" ".join(c.label.split()).casefold(), c.id)), None)
