"""Questionnaires travel through a workbook without loss; the workbook shows evidence, guides the hand and locks its texts."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from lockin_audit.ask.answers import AnswersFile
from lockin_audit.ask.prefill import cited
from lockin_audit.ask.questionnaire import load_questionnaires, questionnaire_named
from lockin_audit.assess.audit import assess
from lockin_audit.core.config import Config, WorkflowConfig
from lockin_audit.report.ask_form import HEAD, SPARE, form
from lockin_audit.report.ask_form_guide import CHOICES, LISTS, START
from lockin_audit.report.ask_form_read import read_form
from tests.assess.evidence_builder import RUNTIMES, place, scan_of
from tests.report.ask_form_builder import DAY, cell, filled

FOUR, HARNESS = questionnaire_named("four_questions"), questionnaire_named("harness")
ALL = load_questionnaires()
WORKFLOWS = ("triage", "research")


def opened(*more: Any, **options: Any) -> Any:
    return load_workbook(io.BytesIO(form(*(more or ([FOUR], AnswersFile(), None, DAY)), **options)))


def sorted_answers(answers: Any) -> list[Any]:
    return sorted(answers, key=lambda a: (a.questionnaire, a.question, a.workflow))


def test_every_answer_to_every_question_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(form(ALL, filled(ALL), None, DAY))
    assert read_form(path, ALL) == filled(ALL).answers


def test_answers_about_several_workflows_share_a_sheet(tmp_path: Path) -> None:
    file = filled([HARNESS], ("", *WORKFLOWS))
    path = tmp_path / "form.xlsx"
    for asked_about in ("", "research"):
        path.write_bytes(form([HARNESS], file, None, DAY, workflows=WORKFLOWS, workflow=asked_about))
        assert sorted_answers(read_form(path, [HARNESS], WORKFLOWS)) == sorted_answers(file.answers)


def test_an_empty_form_gives_no_answers_and_equal_bytes(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(form([FOUR], AnswersFile(), None, DAY))
    assert read_form(path, [FOUR]) == ()
    assert path.read_bytes() == form([FOUR], AnswersFile(), None, DAY)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_every_answer_comes_back_through_libreoffice(tmp_path: Path) -> None:
    """Written by us, edited, then opened and saved by LibreOffice: every question, answers about workflows, an answer in a spare row."""
    file = filled(ALL, ("", "triage"))
    book = opened(ALL, file, None, DAY, workflows=WORKFLOWS)
    sheet = book["harness"]
    row = sheet.max_row
    assert all(sheet.cell(row, column).value is None for column in range(1, len(HEAD) + 1))
    question = next(HARNESS.questions())
    for name, value in (("Question", question.text), ("Workflow", "research"), ("Answer", question.choices[0].label), ("Note", 5)):
        sheet.cell(row, HEAD.index(name) + 1).value = value
    source = tmp_path / "in" / "form.xlsx"
    source.parent.mkdir()
    book.save(source)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(source)], check=True, capture_output=True, timeout=120)
    got = read_form(tmp_path / "form.xlsx", ALL, WORKFLOWS)
    (spare,) = [a for a in got if a.workflow == "research"]
    assert (spare.question, spare.choice, spare.note) == (question.id, question.choices[0].id, "5")
    assert sorted_answers(a for a in got if a is not spare) == sorted_answers(file.answers)


def test_the_form_shows_evidence_and_a_suggestion_and_locks_its_texts() -> None:
    audit = assess(scan_of(place("orchestration"), place("state", file="=x.py", what="=1+1")), Config(), RUNTIMES)
    sheet = opened([FOUR], AnswersFile(), audit, DAY)[FOUR.id]
    found = cell(sheet, "In the code", "state.where")
    assert "=x.py:1" in found.value and found.data_type == "s"
    assert cell(sheet, "Suggested by the scan", "state.where").value == "With the vendor; we hold ids"
    assert cell(sheet, "Places", "state.where").value == cited([s for s in audit.sites if s.file == "=x.py"])[0]
    assert sheet.protection.sheet
    for name in HEAD:
        locked = name not in ("Workflow", "Answer", "What shows it", "Note", "Answered by", "On")
        assert cell(sheet, name, "state.where").protection.locked == locked, name


def test_evidence_and_suggestion_are_those_of_the_workflow_asked_about() -> None:
    config = Config(workflows=(WorkflowConfig(id="a", paths=("a/**",)), WorkflowConfig(id="b", paths=("b/**",))))
    audit = assess(scan_of(place("orchestration", file="a/x.py"), place("state", file="a/x.py")), config, RUNTIMES)
    shown = {}
    for workflow in ("a", "b"):
        sheet = opened([FOUR], AnswersFile(), audit, DAY, workflows=("a", "b"), workflow=workflow)[FOUR.id]
        assert cell(sheet, "Workflow", "state.where").value == workflow
        shown[workflow] = cell(sheet, "In the code", "state.where").value, cell(sheet, "Suggested by the scan", "state.where").value
    assert shown["a"][1] == "With the vendor; we hold ids" and "a/x.py" in shown["a"][0] and shown["b"] == (None, None)


def test_each_answer_is_chosen_from_the_choices_of_its_question() -> None:
    book = opened([HARNESS], AnswersFile(), None, DAY, workflows=WORKFLOWS)
    sheet, choices = book[HARNESS.id], book[CHOICES]
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    for question in HARNESS.questions():
        span = rules[cell(sheet, "Answer", question.id).coordinate].removeprefix(f"='{CHOICES}'!")
        assert [c.value for (c,) in choices[span]] == [c.label for c in question.choices]
        assert cell(sheet, "Workflow", question.id).coordinate in rules
    spare = [rule for rule in sheet.data_validations.dataValidation if "OFFSET" in rule.formula1]
    assert len(spare) == SPARE
    assert book[LISTS].sheet_state == "hidden" and book[CHOICES].sheet_state == "visible"


def test_the_first_sheet_guides_counts_and_cautions() -> None:
    book = opened([FOUR, HARNESS], filled([HARNESS]), None, DAY)
    sheet = book[START]
    told = " ".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value)
    assert "not legal advice" in told and "are judgement" in told and "counts as open" in told
    values = load_workbook(io.BytesIO(form([FOUR, HARNESS], filled([HARNESS]), None, DAY)), data_only=True)
    far = [c.value for row in values[START].iter_rows(min_col=3, max_col=3) for c in row if c.value]
    assert far == ["How far", "0 of 15 answered", "8 of 8 answered"]
    assert values[HARNESS.id]["A4"].value == "8 of 8 answered"


def test_every_question_names_what_it_rests_on_with_its_date() -> None:
    book = opened(ALL, AnswersFile(), None, DAY)
    for questionnaire in ALL:
        for question in questionnaire.questions():
            assert cell(book[questionnaire.id], "Rests on", question.id).value == question.reference.words
    assert "not legal advice" in book["procurement"]["A3"].value
