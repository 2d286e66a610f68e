"""A questionnaire travels through a workbook without loss, and a spoilt workbook is refused cell by cell."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell

from lockin_audit.ask.answers import Answer, AnswersFile
from lockin_audit.ask.questionnaire import load_questionnaires, questionnaire_named
from lockin_audit.assess.audit import assess
from lockin_audit.core.config import Config
from lockin_audit.core.errors import DataError
from lockin_audit.report.ask_form import HEAD, form, read_form
from tests.assess.evidence_builder import RUNTIMES, place, scan_of

FOUR = questionnaire_named("four_questions")
DAY = date(2026, 11, 21)


def filled() -> AnswersFile:
    """Every question answered, with texts that a spreadsheet would like to change."""
    texts = [
        "=1+1",
        "-5",
        "@home",
        "00123",
        "1e5",
        "TRUE",
        "2026-01-02",
        'quote " and, comma',
        "line\nbreak",
        "é ü 漢",
        "'quoted",
        "",
        "x",
        "y",
        "z",
    ]
    return AnswersFile(
        answers=tuple(
            Answer(
                questionnaire=FOUR.id,
                question=question.id,
                choice=question.choices[number % len(question.choices)].id,
                by="Ada" if number % 2 else "",
                on=DAY if number % 3 else None,
                note=texts[number],
                evidence=texts[-1 - number],
            )
            for number, question in enumerate(FOUR.questions())
        )
    )


def edited(tmp_path: Path, edit: Callable[[Any], None], file: AnswersFile | None = None) -> Path:
    book = load_workbook(io.BytesIO(form([FOUR], file or filled(), None, DAY)))
    edit(book[FOUR.id])
    path = tmp_path / "form.xlsx"
    book.save(path)
    return path


def column(name: str) -> str:
    return "ABCDEFGHIJ"[HEAD.index(name)]


def test_all_answers_come_back(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(form([FOUR], filled(), None, DAY))
    assert read_form(path, [FOUR]) == filled().answers


def test_an_empty_form_gives_no_answers_and_equal_bytes(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(form([FOUR], AnswersFile(), None, DAY))
    assert read_form(path, [FOUR]) == ()
    assert path.read_bytes() == form([FOUR], AnswersFile(), None, DAY)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_all_answers_come_back_through_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    source = tmp_path / "in" / "form.xlsx"
    source.write_bytes(form([FOUR], filled(), None, DAY))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(source)], check=True, capture_output=True, timeout=120)
    assert read_form(tmp_path / "form.xlsx", [FOUR]) == filled().answers


def test_the_form_shows_evidence_and_a_suggestion_and_locks_its_texts() -> None:
    audit = assess(scan_of(place("orchestration"), place("state", file="=x.py", what="=1+1")), Config(), RUNTIMES)
    sheet = load_workbook(io.BytesIO(form([FOUR], AnswersFile(), audit, DAY)))[FOUR.id]
    rows = {sheet.cell(row=r, column=1).value: r for r in range(6, sheet.max_row + 1)}
    state = rows["state.where"]
    assert "=x.py:1" in sheet[f"{column('In the code')}{state}"].value
    assert sheet[f"{column('In the code')}{state}"].data_type == "s"
    assert sheet[f"{column('Suggested by the scan')}{state}"].value == "With the vendor; we hold ids"
    assert sheet.protection.sheet
    assert sheet[f"{column('Question')}{state}"].protection.locked and not sheet[f"{column('Answer')}{state}"].protection.locked
    assert len(sheet.data_validations.dataValidation) == len(rows)


def test_columns_may_be_moved_and_rows_left_out(tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        sheet.move_range("A5:A20", cols=12)
        sheet.delete_rows(7)

    got = read_form(edited(tmp_path, edit), [FOUR])
    assert [a.question for a in got] == [q.id for n, q in enumerate(FOUR.questions()) if n != 1]


def test_dates_and_choices_are_read_as_people_write_them(tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        sheet[f"{column('Answer')}6"] = "  the VENDOR'S runtime   decides "
        sheet[f"{column('On')}6"] = "2026-11-20"
        sheet[f"{column('Answer')}7"] = "by-release"
        sheet[f"{column('On')}7"] = datetime(2026, 11, 19, 12, 0)

    first, second, *_ = read_form(edited(tmp_path, edit), [FOUR])
    assert (first.choice, first.on, second.choice, second.on) == ("vendor", date(2026, 11, 20), "by-release", date(2026, 11, 19))


def put(cell: str, value: object) -> Callable[[Any], None]:
    return lambda sheet: sheet.__setitem__(cell, value)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (put("F6", "Perhaps"), r"four_questions!F6: 'Perhaps' is not in the list"),
        (put("F6", "=1+1"), r"four_questions!F6: holds a formula"),
        (put("J6", "soon"), r"four_questions!J6: 'soon' is no date"),
        (put("B6", "Who pays?"), r"four_questions!B6: the text of the question was changed"),
        (put("A6", "retry.nobody"), r"four_questions!A6: 'retry.nobody' is no question"),
        (put("A7", "retry.who"), r"four_questions!A7: retry.who stands twice"),
        (put("F6", None), r"four_questions!F6: a remark but no answer"),
        (put("F5", "Reply"), "lacks the columns"),
        (put("H5", "Remark"), "lacks the column Note"),
        (put("A21", "surplus"), "A21: 'surplus' is no question"),
        (put("A9000", "far"), "9000 rows"),
    ],
)
def test_faults_are_named_by_sheet_and_cell_and_nothing_is_taken_in(tmp_path: Path, edit: Callable[[Any], None], words: str) -> None:
    with pytest.raises(DataError, match=words) as fault:
        read_form(edited(tmp_path, edit), [FOUR])
    assert "nothing was taken in" in str(fault.value)


def test_every_fault_is_named(tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        for row in range(6, 12):
            sheet[f"F{row}"] = "no such choice"

    with pytest.raises(DataError, match="6 faults") as fault:
        read_form(edited(tmp_path, edit), [FOUR])
    assert all(f"F{row}" in str(fault.value) for row in range(6, 12))


def test_files_that_are_no_form_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    other.write_bytes(b"PK\x03\x04 not really")
    for path, words in ((other, "is not a workbook"), (tmp_path / "none.xlsx", "cannot be read"), (tmp_path, "cannot be read")):
        with pytest.raises(DataError, match=words):
            read_form(path, [FOUR])

    def edit(sheet: Any) -> None:
        sheet.title = "Something else"

    with pytest.raises(DataError, match="no sheet named after a questionnaire"):
        read_form(edited(tmp_path, edit), [FOUR])


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("ABCDEFGHIJ"),
            st.integers(1, 30),
            st.none()
            | st.integers()
            | st.booleans()
            | st.dates(date(1950, 1, 1))
            | st.text(st.characters(codec="ascii", min_codepoint=32)),
        ),
        max_size=6,
    )
)
def test_whatever_is_typed_into_a_form_it_is_read_or_refused_with_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, edits: list[Any]
) -> None:
    def edit(sheet: Any) -> None:
        for column, row, value in edits:
            if not isinstance(sheet[f"{column}{row}"], MergedCell):
                sheet[f"{column}{row}"] = value

    path = edited(tmp_path_factory.mktemp("fuzz"), edit)
    try:
        answers = read_form(path, [FOUR])
    except DataError as fault:
        assert len(str(fault)) > 20
    else:
        assert all(FOUR.question(a.question) for a in answers)


def test_every_shipped_questionnaire_goes_out_and_comes_back_whole(tmp_path: Path) -> None:
    shipped = load_questionnaires()
    answers = tuple(
        Answer(questionnaire=q.id, question=question.id, choice=question.choices[n % len(question.choices)].id, by="Ada", on=DAY)
        for q in shipped
        for n, question in enumerate(q.questions())
    )
    path = tmp_path / "all.xlsx"
    path.write_bytes(form(shipped, AnswersFile(answers=answers), None, DAY))
    assert read_form(path, shipped) == answers
