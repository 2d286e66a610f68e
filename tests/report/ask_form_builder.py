"""Filled-in forms for the tests: every question answered, with texts that a spreadsheet would like to change; and edits to them."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from lockin_audit.ask.answers import Answer, AnswersFile
from lockin_audit.ask.questionnaire import Questionnaire, questionnaire_named
from lockin_audit.report.ask_form import HEAD, form

DAY = date(2026, 11, 21)
TEXTS = (
    "=1+1", "-5", "@home", "00123", "1e5", "TRUE", "2026-01-02", 'quote " and, comma', "line\nbreak", "é ü 漢", "'quoted", "",
    "_x0041_", "+49 30", "#REF!", "50 %",
)  # fmt: skip
"""What people type."""


def filled(questionnaires: Sequence[Questionnaire], workflows: Sequence[str] = ("",)) -> AnswersFile:
    """Every question answered for every workflow, each choice in turn."""
    asked = [(q.id, question) for q in questionnaires for question in q.questions()]
    return AnswersFile(
        answers=tuple(
            Answer(
                questionnaire=id,
                question=question.id,
                choice=question.choices[(number + turn) % len(question.choices)].id,
                by="Ada" if number % 2 else "",
                on=DAY if number % 3 else None,
                note=TEXTS[number % len(TEXTS)],
                evidence=TEXTS[-1 - number % len(TEXTS)],
                workflow=workflow,
                places=("07f44fa5690d a b.py:20", "0123456789ab c.py:1") if number % 5 == 0 else (),
            )
            for number, (id, question) in enumerate(asked)
            for turn, workflow in enumerate(workflows)
        )
    )


@cache
def _sound(id: str) -> bytes:
    asked = questionnaire_named(id)
    return form([asked], filled([asked]), None, DAY)


def edited(tmp_path: Path, asked: Questionnaire, edit: Callable[[Any], object]) -> Path:
    """A filled-in form whose sheet of that questionnaire was edited, saved as openpyxl saves it."""
    book = load_workbook(io.BytesIO(_sound(asked.id)))
    edit(book[asked.id])
    path = tmp_path / "form.xlsx"
    book.save(path)
    return path


def cell(sheet: Any, name: str, question: str) -> Any:
    """The cell of a column in the row of a question."""
    (row,) = [r for r in range(6, sheet.max_row + 1) if sheet.cell(r, HEAD.index("Id") + 1).value == question]
    return sheet.cell(row, HEAD.index(name) + 1)
