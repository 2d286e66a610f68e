"""A workbook that people, Excel, LibreOffice or Google Sheets changed is read as they meant it, or refused cell by cell."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.styles import Font

from lockin_audit.ask.answers import AnswersFile
from lockin_audit.ask.questionnaire import load_questionnaires, questionnaire_named
from lockin_audit.core.errors import DataError
from lockin_audit.report.ask_form import HEAD, form
from lockin_audit.report.ask_form_read import read_form
from tests.report.ask_form_builder import DAY, cell, edited, filled

FOUR, HARNESS = questionnaire_named("four_questions"), questionnaire_named("harness")
Edit = Callable[[Any], object]


def put(name: str, question: str, value: object) -> Edit:
    return lambda sheet: setattr(cell(sheet, name, question), "value", value)


# --- what other programs and people do, read as it was meant -------------------------------------------------------------


def test_columns_may_be_moved_rows_left_out_and_sheets_renamed(tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        sheet.move_range("A5:A40", cols=20)
        sheet.delete_rows(cell(sheet, "Id", "retry.limits").row)
        sheet.title = "Ada's copy"
        sheet.parent.move_sheet(sheet, offset=3)

    got = read_form(edited(tmp_path, FOUR, edit), [FOUR])
    assert [a.question for a in got] == [q.id for q in FOUR.questions() if q.id != "retry.limits"]


def test_hidden_rows_and_sheets_are_read_too(tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        sheet.row_dimensions[cell(sheet, "Id", "retry.who").row].hidden = True
        sheet.column_dimensions["A"].hidden = True

    assert read_form(edited(tmp_path, FOUR, edit), [FOUR]) == filled([FOUR]).answers


def test_a_missing_sheet_is_a_questionnaire_without_answers(tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        for title in ("Start", "Choices", "Lists"):
            del sheet.parent[title]

    assert read_form(edited(tmp_path, FOUR, edit), [FOUR, HARNESS]) == filled([FOUR]).answers


def test_answers_to_questionnaires_that_were_not_named_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(form([FOUR, HARNESS], filled([FOUR, HARNESS]), None, DAY))
    assert read_form(path, [HARNESS]) == filled([FOUR, HARNESS]).answers[len(filled([FOUR]).answers) :]


WRITTEN: list[tuple[str, object, object]] = [
    ("On", "2026-11-20", date(2026, 11, 20)),
    ("On", "2026-11-20 14:30", date(2026, 11, 20)),
    ("On", datetime(2026, 11, 19, 12, 0), date(2026, 11, 19)),
    ("On", 46346, date(2026, 11, 20)),
    ("On", 46346.75, date(2026, 11, 20)),
    ("On", None, None),
    ("Note", True, "TRUE"),
    ("Note", 12.0, "12"),
    ("Note", 0.1, "0.1"),
    ("Note", 7, "7"),
    ("Note", datetime(2026, 1, 2), "2026-01-02"),
    ("Note", " x ", "x"),
]
"""What is written into a column, and what it means; one question for each."""
SPELT: list[Callable[[str], str]] = [
    lambda label: f"  {label.upper()}  ",
    lambda label: label.replace("'", "\u2019"),
    lambda label: label.replace(" ", "\u00a0"),
]
"""What spelling aids and hands do to a label."""


def test_what_people_and_programs_write_is_read_as_it_looked(tmp_path: Path) -> None:
    questions = list(FOUR.questions())

    def edit(sheet: Any) -> None:
        for number, question in enumerate(questions):
            put("Answer", question.id, SPELT[number % 3](question.choices[0].label))(sheet)
        for (column, written, _), question in zip(WRITTEN, questions, strict=False):
            target = cell(sheet, column, question.id)
            target.value = written
            if isinstance(written, float | int):
                target.number_format = "General"

    got = {a.question: a for a in read_form(edited(tmp_path, FOUR, edit), [FOUR])}
    assert [got[q.id].choice for q in questions] == [q.choices[0].id for q in questions]
    for (column, written, meant), question in zip(WRITTEN, questions, strict=False):
        assert getattr(got[question.id], column.lower()) == meant, written


def test_name_and_date_of_the_first_sheet_fill_the_gaps(tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        start = sheet.parent["Start"]
        rows = {start.cell(r, 1).value: r for r in range(1, start.max_row + 1)}
        start.cell(rows["Your name"], 2).value = "Bo"
        start.cell(rows["Date"], 2).value = datetime(2026, 11, 5)

    got = read_form(edited(tmp_path, FOUR, edit), [FOUR])
    assert {a.by for a in got} == {"Ada", "Bo"} and {a.on for a in got} == {DAY, date(2026, 11, 5)}


def test_an_answer_about_a_workflow_in_a_spare_row(tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        row = sheet.max_row
        question = FOUR.sections[0].questions[0]
        for name, value in (("Question", question.text), ("Workflow", "Triage"), ("Answer", question.choices[2].label)):
            sheet.cell(row, HEAD.index(name) + 1).value = value

    path = edited(tmp_path, FOUR, edit)
    got = [a for a in read_form(path, [FOUR], ("triage",)) if a.workflow]
    assert [(a.question, a.choice, a.workflow) for a in got] == [("retry.who", "ours", "triage")]
    with pytest.raises(DataError, match=r"four_questions!E\d+: 'Triage' is no workflow; known: claims"):
        read_form(path, [FOUR], ("claims",))


def test_the_column_for_workflows_may_be_missing(tmp_path: Path) -> None:
    assert read_form(edited(tmp_path, FOUR, lambda s: s.delete_cols(HEAD.index("Workflow") + 1)), [FOUR]) == filled([FOUR]).answers


def test_styled_rows_far_below_cost_nothing(tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        for row in (5_000, 1_048_576):
            sheet.cell(row, 3).font = Font(bold=True)

    assert read_form(edited(tmp_path, FOUR, edit), [FOUR]) == filled([FOUR]).answers


def rezipped(path: Path, change: Callable[[str, str], str | None]) -> Path:
    """The workbook with the text of its parts changed; None leaves a part out."""
    raw = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = change(name, old.read(name).decode())
            if text is not None:
                new.writestr(name, text)
    path.write_bytes(raw.getvalue())
    return path


def test_texts_in_a_shared_table_are_read(tmp_path: Path) -> None:
    """We write each text into its cell; Excel, LibreOffice and Google Sheets keep one table of texts."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(form([FOUR], filled([FOUR]), None, DAY))
    table: list[str] = []

    def shared(found: re.Match[str]) -> str:
        table.append(found[2])
        return f't="s"{found[1]}><v>{len(table) - 1}</v>'

    def change(name: str, text: str) -> str | None:
        if name == "[Content_Types].xml":
            kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
            return text.replace("</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>')
        return re.sub(r't="inlineStr"([^>]*)><is>(.*?)</is>', shared, text, flags=re.DOTALL)

    rezipped(path, change)
    with zipfile.ZipFile(path, "a") as packed:
        items = "".join(f"<si>{one}</si>" for one in table)
        packed.writestr("xl/sharedStrings.xml", f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{items}</sst>')
    assert len(table) > 100
    assert read_form(path, [FOUR]) == filled([FOUR]).answers


def test_a_workbook_without_styles_keeps_its_answers_and_serial_dates(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(form([FOUR], filled([FOUR]), None, DAY))

    def change(name: str, text: str) -> str | None:
        if name == "xl/styles.xml":
            return None
        if name == "[Content_Types].xml":
            return re.sub(r"<Override[^>]*/styles.xml[^>]*/>", "", text)
        if name == "xl/_rels/workbook.xml.rels":
            return re.sub(r"<Relationship [^>]*styles.xml[^>]*/>", "", text)
        return re.sub(r' s="\d+"', "", text) if name.startswith("xl/worksheets") else text

    assert read_form(rezipped(path, change), [FOUR]) == filled([FOUR]).answers


# --- what cannot be meant, refused by cell --------------------------------------------------------------------------------


def twice(sheet: Any) -> None:
    first, second = (cell(sheet, "Id", question.id).row for question in list(HARNESS.questions())[:2])
    for name in ("Id", "Question", "Answer"):
        column = HEAD.index(name) + 1
        sheet.cell(second, column).value = sheet.cell(first, column).value


def many(sheet: Any) -> None:
    for row in range(100, 10_100):
        sheet.cell(row, HEAD.index("Note") + 1).value = "x"


CELLS: list[tuple[str, object, str]] = [
    ("Answer", "Perhaps", "'Perhaps' is not in the list of {id}"),
    ("Answer", True, "'TRUE' is not in the list"),
    ("Answer", 3, "'3' is not in the list"),
    ("Answer", "=1+1", "holds a formula"),
    ("Answer", "#REF!", "holds an error value"),
    ("Note", "=HYPERLINK(1)", "holds a formula"),
    ("Id", "=A1", "holds a formula"),
    ("On", "soon", "'soon' is no date"),
    ("On", "03/04/2026", "'03/04/2026' is no date"),
    ("On", 12, "'1900-01-12' is no date"),
    ("On", True, "'TRUE' is no date"),
    ("On", time(12, 30), "'12:30:00' is no date"),
    ("Question", "Who pays?", "the text of the question was changed"),
    ("Id", "retry.nobody", "'retry.nobody' is no question"),
    ("Workflow", "no such thing!", "'no such thing!' is no workflow"),
]
"""A spoilt cell, one for each question."""


def test_every_spoilt_cell_is_named_and_nothing_is_taken_in(tmp_path: Path) -> None:
    wanted = []

    def edit(sheet: Any) -> None:
        for (column, _, words), question in zip(CELLS, FOUR.questions(), strict=True):
            target = cell(sheet, column, question.id)
            wanted.append(f"four_questions!{target.coordinate}: {words.format(id=question.id)}")
        for (column, written, _), question in reversed(list(zip(CELLS, FOUR.questions(), strict=True))):
            put(column, question.id, written)(sheet)

    with pytest.raises(DataError, match="15 faults, nothing was taken in") as fault:
        read_form(edited(tmp_path, FOUR, edit), [FOUR])
    for words in wanted:
        assert words in str(fault.value)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (put("Answer", "harness.hooks", None), r"harness!F\d+: a remark but no answer"),
        (twice, r"harness!F8: harness.instructions stands twice \(also at harness!F7\)"),
        (lambda s: s.merge_cells("F7:F8"), r"harness!F7:F8: these cells are merged"),
        (lambda s: setattr(s["F5"], "value", "Reply"), "sheet harness lacks the columns"),
        (lambda s: setattr(s["H5"], "value", "Remark"), "sheet harness lacks the column Note"),
        (lambda s: setattr(s["F40"], "value", "vendor"), "harness!A40: no question is chosen for this row"),
        (lambda s: setattr(s["L40"], "value", "surplus"), "harness!L40: 'surplus' is no question"),
        (many, r"sheet harness has 10\d\d\d filled rows"),
    ],
)
def test_what_is_spoilt_as_a_whole_is_named(tmp_path: Path, edit: Edit, words: str) -> None:
    with pytest.raises(DataError, match=words) as fault:
        read_form(edited(tmp_path, HARNESS, edit), [HARNESS])
    assert "nothing was taken in" in str(fault.value)


def test_many_faults_are_counted_and_the_first_shown(tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        for question in FOUR.questions():
            put("Answer", question.id, "Perhaps")(sheet)
            put("On", question.id, "soon")(sheet)

    with pytest.raises(DataError, match=r"30 faults, nothing was taken in: .*; and 10 more"):
        read_form(edited(tmp_path, FOUR, edit), [FOUR])


def bomb() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(7):
            packed.writestr(f"xl/worksheets/sheet{number}.xml", b" " * 10_000_000)
    return raw.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "not a workbook"), (b"PK\x03\x04nonsense", "not a workbook"), (b"x" * 20_000_001, "larger than 20 MB"), (bomb(), "60 MB")],
    ids=["empty", "broken", "large", "bomb"],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(content)
    with pytest.raises(DataError, match=words):
        read_form(path, [FOUR])


def test_a_workbook_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no sheet with the column heads"):
        path = edited(tmp_path, FOUR, lambda s: (s.delete_rows(1, 60), setattr(s, "title", "Budget")))
        read_form(path, [FOUR])


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-10, 100_000), st.floats(allow_nan=False, allow_infinity=False), st.datetimes(
        min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1)
    ),
    st.sampled_from(["vendor", "harness.skills", "=1+1", "#N/A", "Answer", "Id", "triage", "We do not know", "2026-11-21", "_x0000_"]),
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20),
)  # fmt: skip
EDITS = st.one_of(
    st.tuples(st.just("set"), st.integers(1, 24), st.integers(1, 14), VALUES),
    st.tuples(st.just("merge"), st.integers(1, 20), st.integers(1, 12), st.integers(1, 2)),
    st.tuples(st.sampled_from(["drop row", "drop column", "swap", "hide", "copy row"]), st.integers(1, 20), st.integers(1, 13), st.none()),
)
SOUND = form([HARNESS], filled([HARNESS]), None, DAY)
CELL = re.compile(r"(harness|Start)!\$?[A-Z]+\d+|sheet harness|no sheet with the column heads")


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EDITS, min_size=1, max_size=5))
def test_any_edit_is_read_right_or_refused_with_its_cell(tmp_path: Path, edits: list[tuple[str, int, int, Any]]) -> None:
    book = load_workbook(io.BytesIO(SOUND))
    sheet = book["harness"]
    for kind, row, column, value in edits:
        if kind == "set":
            if type(sheet.cell(row, column)).__name__ == "Cell":
                sheet.cell(row, column).value = value
        elif kind == "merge":
            sheet.merge_cells(start_row=row, end_row=row + value, start_column=column, end_column=column + 1)
        elif kind == "drop row":
            sheet.delete_rows(row)
        elif kind == "drop column":
            sheet.delete_cols(column)
        elif kind == "hide":
            sheet.row_dimensions[row].hidden = True
        elif kind == "swap":
            sheet.move_range(f"A1:A{sheet.max_row}", cols=20)
        else:
            for at in range(1, 14):
                if type(sheet.cell(22, at)).__name__ == "Cell":
                    sheet.cell(22, at).value = sheet.cell(row, at).value
    path = tmp_path / "fuzzed.xlsx"
    book.save(path)
    try:
        got = read_form(path, [HARNESS])
    except DataError as fault:
        assert CELL.search(str(fault)), fault
        return
    known = {(q.id, c.id) for q in HARNESS.questions() for c in q.choices}
    assert all((a.question, a.choice) in known and a.questionnaire == "harness" for a in got)
    AnswersFile(answers=got)


def test_questions_are_told_apart_by_their_text() -> None:
    texts = [" ".join(question.text.split()).casefold() for q in load_questionnaires() for question in q.questions()]
    assert len(set(texts)) == len(texts)
