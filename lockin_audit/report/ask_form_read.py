"""A filled-in questionnaire workbook read back: whole or not at all, every fault named by sheet and cell.

Sheets may be renamed or moved and columns put in another order: rows are known by the id or the text of their question. What other
programs do to a workbook (inline strings, dates as bare numbers, curly quotes, styled empty rows) is read as what the person wrote.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lockin_audit.ask.answers import Answer
from lockin_audit.ask.questionnaire import Choice, Question, Questionnaire, load_questionnaires
from lockin_audit.core.errors import DataError
from lockin_audit.core.text import visible
from lockin_audit.report.ask_form import HEAD
from lockin_audit.report.ask_form_guide import CHOICES, DAY, LISTS, NAME, START
from lockin_audit.report.workbook.cells import clean_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FILE_LIMIT, _UNPACKED_LIMIT, _ROW_LIMIT, _TOP, _FAULTS_SHOWN = 20_000_000, 60_000_000, 2_000, 30, 20
_NEEDED = ("Question", "Answer", "What shows it", "Note", "Answered by", "On", "Id")
_TYPED = ("Workflow", "Answer", "What shows it", "Note", "Answered by", "On")
_ESCAPED = re.compile(r"_x(005F|00[01][0-9A-F])_", re.IGNORECASE)
"""What Excel writes for an underscore that begins such a code, and for control characters; LibreOffice writes other codes as they are."""
_LIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
_ALL = ("", "all", "all workflows")


def read_form(path: Path, questionnaires: Sequence[Questionnaire], workflows: Sequence[str] = ()) -> tuple[Answer, ...]:
    """The answers in a filled-in workbook; all of them or none. Those to other questionnaires are left out.

    Args:
        path: the workbook.
        questionnaires: whose answers to take.
        workflows: ids that answers may be about; empty: any.
    Raises:
        DataError: the file is no workbook of ours, or cells hold something wrong: each fault with sheet and cell.
    """
    book = _open(path)
    reader = _Reader(questionnaires, workflows, book.epoch)
    titles = {q.id for q in questionnaires}
    forms = 0
    reader.read_start(book)
    for sheet in book.worksheets:
        if sheet.title in (START, CHOICES, LISTS):
            continue
        columns, head_row = _columns(sheet)
        if not columns and sheet.title not in titles:
            continue
        forms += 1
        reader.read_sheet(sheet, columns, head_row)
    if not forms:
        raise DataError(str(path), "has no sheet with the column heads of a questionnaire.", "Write a new form with --to-xlsx.")
    if reader.faults:
        number, more = len(reader.faults), len(reader.faults) - _FAULTS_SHOWN
        shown = "; ".join(reader.faults[:_FAULTS_SHOWN]) + (f"; and {more} more" if more > 0 else "")
        raise DataError(str(path), f"{number} fault{'s' if number > 1 else ''}, nothing was taken in: {shown}.")
    return tuple(reader.answers)


def _open(path: Path) -> Any:
    """The workbook, refused when it is too large, no workbook, or broken."""
    from openpyxl import load_workbook

    remedy = "Name the .xlsx file that --to-xlsx wrote and that was filled in."
    try:
        if path.stat().st_size > _FILE_LIMIT:
            raise DataError(str(path), "is larger than 20 MB.", remedy)
        with zipfile.ZipFile(path) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _UNPACKED_LIMIT:
                raise DataError(str(path), "unpacks to more than 60 MB.", remedy)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # extensions that other programs add and openpyxl leaves out
            return load_workbook(path)
    except OSError as error:
        raise DataError(str(path), f"cannot be read: {error.strerror or 'not a regular file'}.", remedy) from None
    except DataError:
        raise
    except Exception:  # a broken workbook can fail anywhere inside openpyxl, in any way
        raise DataError(str(path), "is not a workbook that can be read.", remedy) from None


def _cells(sheet: Worksheet) -> Iterator[Any]:
    """Every cell that holds something, row by row; a styled cell a million rows down costs nothing."""
    found = [cell for cell in sheet._cells.values() if cell.value is not None]
    return iter(sorted(found, key=lambda cell: (cell.row, cell.column)))


def _columns(sheet: Worksheet) -> tuple[dict[str, int], int]:
    """Column of each head, and the row of the heads: the first near the top that names the answer and the id or the question."""
    rows: dict[int, dict[str, int]] = {}
    names = {name.casefold(): name for name in HEAD}
    for cell in _cells(sheet):
        if cell.row > _TOP:
            break
        name = names.get(_plain(cell.value)) if isinstance(cell.value, str) else None
        if name:
            rows.setdefault(cell.row, {}).setdefault(name, cell.column)
    return next(((found, row) for row, found in rows.items() if "Answer" in found and {"Id", "Question"} & set(found)), ({}, 0))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question and where it was asked."""

    questionnaire: str
    question: Question


class _Reader:
    """Collects answers and faults over all sheets."""

    def __init__(self, questionnaires: Sequence[Questionnaire], workflows: Sequence[str], epoch: datetime) -> None:
        self.wanted = {q.id for q in questionnaires}
        self.workflows = workflows
        self.epoch = epoch
        self.answers: list[Answer] = []
        self.faults: list[str] = []
        self.name = ""
        self.day: date | None = None
        known = {q.id: q for q in (*load_questionnaires(), *questionnaires)}.values()
        asked = [_Asked(q.id, question) for q in known for question in q.questions()]
        self._by_id = {one.question.id: one for one in asked}
        self._by_text = {_plain(one.question.text): one for one in asked}
        self._seen: dict[tuple[str, str], str] = {}

    def read_start(self, book: Any) -> None:
        """Name and date of the first sheet, for rows without."""
        if START not in book.sheetnames:
            return
        sheet = book[START]
        for cell in _cells(sheet):
            if cell.column == 1 and cell.value == NAME:
                self.name = self._text(sheet.cell(cell.row, 2), START)
            elif cell.column == 1 and cell.value == DAY:
                self.day = self._day(sheet.cell(cell.row, 2), START)

    def read_sheet(self, sheet: Worksheet, columns: dict[str, int], head_row: int) -> None:
        """The answers of one sheet."""
        where = visible(sheet.title, 40)
        missing = [name for name in _NEEDED if name not in columns]
        if missing:
            self.faults.append(f"sheet {where} lacks the column{'s' if len(missing) > 1 else ''} {', '.join(missing)}")
            return
        names = {column: name for name, column in columns.items()}
        rows: dict[int, dict[str, Any]] = {}
        for cell in _cells(sheet):
            if cell.row > head_row and cell.column in names:
                rows.setdefault(cell.row, {})[names[cell.column]] = cell
        if len(rows) > _ROW_LIMIT:
            self.faults.append(f"sheet {where} has {len(rows)} filled rows; a form has far fewer")
            return
        for merged in sheet.merged_cells.ranges:
            if merged.max_row > head_row and any(merged.min_col <= column <= merged.max_col for column in names):
                self.faults.append(f"{where}!{merged.coord}: these cells are merged; split them, so that each row has its own answer")
        for row, cells in rows.items():
            empty = {name: sheet.cell(row, column) for name, column in columns.items() if name not in cells}
            self._row(where, {**cells, **empty}, filled=[name for name in _TYPED if name in cells])

    def _row(self, where: str, cells: dict[str, Any], filled: Sequence[str]) -> None:
        """The answer of one row."""
        id, text = self._text(cells["Id"], where), self._text(cells["Question"], where)
        asked = self._by_id.get(id) if id else self._by_text.get(_plain(text))
        if asked is None:
            if id or filled:
                place, said = (cells["Id"], id) if id else (cells["Question"], text)
                self._fault(where, place, f"{visible(said, 40)!r} is no question" if said else "no question is chosen for this row")
            return
        if asked.questionnaire not in self.wanted:
            return
        question = asked.question
        if _plain(text) != _plain(clean_text(question.text)):
            self._fault(where, cells["Question"], "the text of the question was changed")
        workflow = self._workflow(cells.get("Workflow"), where)
        words = {name: self._text(cells[name], where) for name in ("Answer", "What shows it", "Note", "Answered by")}
        day = self._day(cells["On"], where)
        if not words["Answer"]:
            if (words["What shows it"] or words["Note"]) and cells["Answer"].data_type not in "fe":
                self._fault(where, cells["Answer"], "a remark but no answer; choose one (not knowing is a choice too)")
            return
        place = f"{where}!{cells['Answer'].coordinate}"
        earlier = self._seen.setdefault((question.id, workflow), place)
        if earlier != place:
            self._fault(
                where,
                cells["Answer"],
                f"{question.id} stands twice (also at {earlier}); one answer each, a second person uses a second workbook",
            )
            return
        choice = _choice(question, words["Answer"])
        if choice is None:
            self._fault(where, cells["Answer"], f"{visible(words['Answer'], 60)!r} is not in the list of {question.id}")
            return
        places = self._text(cells["Places"], where) if "Places" in cells and cells["Places"].data_type not in "fe" else ""
        self.answers.append(
            Answer(
                questionnaire=asked.questionnaire,
                question=question.id,
                choice=choice.id,
                by=words["Answered by"] or self.name,
                on=day or self.day,
                note=words["Note"],
                evidence=words["What shows it"],
                workflow=workflow,
                places=tuple(line.strip() for line in places.split("\n") if line.strip()),
            )
        )

    def _fault(self, where: str, cell: Any, words: str) -> None:
        self.faults.append(f"{where}!{cell.coordinate}: {words}")

    def _workflow(self, cell: Any, where: str) -> str:
        """The workflow a row is about; empty: all."""
        text = self._text(cell, where) if cell is not None else ""
        if text.casefold() in _ALL:
            return ""
        for id in self.workflows:
            if text.casefold() == id.casefold():
                return id
        if self.workflows or not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}", text):
            known = f"; known: {', '.join(self.workflows)}" if self.workflows else ""
            self._fault(where, cell, f"{visible(text, 40)!r} is no workflow{known}")
        return text

    def _text(self, cell: Any, where: str) -> str:
        """The text of a cell as the person sees it; a formula or an error is a fault."""
        if cell.data_type == "f":
            self._fault(where, cell, "holds a formula; write the answer itself")
            return ""
        if cell.data_type == "e":
            self._fault(where, cell, "holds an error value; write the answer itself")
            return ""
        value = cell.value
        if value is None:
            return ""
        if isinstance(value, bool):
            return str(value).upper()
        if isinstance(value, float):
            return format(value, ".15g")
        if isinstance(value, datetime):
            return value.date().isoformat() if (value.hour, value.minute) == (0, 0) else value.isoformat(" ", "minutes")
        return clean_text(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))).strip()

    def _day(self, cell: Any, where: str) -> date | None:
        """The date in a cell: a date, ISO text, or the number of days that a spreadsheet keeps for one."""
        from openpyxl.utils.datetime import from_excel

        value = cell.value
        if isinstance(value, int | float) and not isinstance(value, bool) and 30_000 < value < 80_000:
            value = from_excel(value, self.epoch)
        text = "" if isinstance(value, date) else self._text(cell, where)
        if text:
            with suppress(ValueError):
                value = datetime.fromisoformat(text)
        day = value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None
        if day is not None and 2000 <= day.year < 2100:
            return day
        if text or day is not None:
            self._fault(where, cell, f"{visible(text or str(day), 30)!r} is no date of our time; write it as 2026-11-21")
        return None


def _plain(text: str) -> str:
    """A text without the differences that spelling aids of office programs make: spacing, case, curly quotes, long dashes."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_LIKE).split()).casefold()


def _choice(question: Question, text: str) -> Choice | None:
    """The choice whose label or id was written, whatever the spacing and case."""
    wanted = _plain(text)
    return next((c for c in question.choices if wanted in (_plain(c.label), c.id)), None)
