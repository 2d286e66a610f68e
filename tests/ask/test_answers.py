"""Answers survive writing and reading whatever people type, and bad ones are refused by entry and key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.ask.answers import Answer, AnswersFile, answers_text, load_answers, read_answers, respond, save_answers
from lockin_audit.ask.questionnaire import load_questionnaires
from lockin_audit.core.errors import DataError

WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40)


def given_answer(**more: object) -> Answer:
    return Answer.model_validate({"questionnaire": "four_questions", "question": "retry.who", "choice": "vendor", **more})


@given(WORDS, WORDS, WORDS, st.none() | st.dates(), st.lists(WORDS, max_size=2))
def test_what_people_type_comes_back(
    tmp_path_factory: pytest.TempPathFactory, by: str, note: str, evidence: str, on: date | None, places: list[str]
) -> None:
    path = tmp_path_factory.mktemp("a") / "answers.toml"
    file = AnswersFile(answers=(given_answer(by=by, note=note, evidence=evidence, on=on, places=places),))
    save_answers(path, file)
    assert read_answers(path) == file


def test_answering_again_replaces_in_place() -> None:
    first, second = given_answer(), given_answer(question="retry.limits", choice="yes")
    file = AnswersFile().having(first).having(second).having(given_answer(choice="ours"))
    assert [(a.question, a.choice) for a in file.answers] == [("retry.who", "ours"), ("retry.limits", "yes")]
    assert file.get("four_questions", "retry.who") is not None and file.get("four_questions", "retry.who", "w") is None


def test_an_empty_file_is_an_empty_list(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text(answers_text(AnswersFile()))
    assert read_answers(path) == AnswersFile()
    assert load_answers([]) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[answer]]\nquestionnaire = "x"\nquestion = "retry.who"\nchoice = "vendor"', "entry 1: questionnaire.*'x' is not known"),
        ('[[answer]]\nquestionnaire = "four_questions"\nquestion = "retry.whom"\nchoice = "vendor"', r"'retry\.whom' is not in"),
        ('[[answer]]\nquestionnaire = "four_questions"\nquestion = "retry.who"\nchoice = "them"', "'them' is no choice.*vendor, both"),
        ('[[answer]]\nquestionnaire = "four_questions"\nquestion = "retry.who"', "choice: this key is required"),
        ('[[answer]]\nquestionnaire = "a"\nquestion = "b"\nchoice = "c"\nmood = "d"', "mood"),
        ('[[answer]]\nquestionnaire = "a"\nquestion = "b"\nchoice = "c"\noverrule = true', "neither evidence nor a note"),
        ('[[answer]]\nquestionnaire = "a"\nquestion = "b"\nchoice = "c"\non = "yesterday"', "on"),
        ("[[answer]\n", "not valid TOML"),
    ],
)
def test_faults_name_file_and_key(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "answers.toml"
    path.write_text(text)
    with pytest.raises(DataError, match=words) as fault:
        load_answers([path])
    assert "answers.toml" in str(fault.value)


def test_one_question_answered_twice_in_one_file_is_refused() -> None:
    with pytest.raises(ValueError, match="answered twice"):
        AnswersFile(answers=(given_answer(), given_answer(choice="ours")))


def test_an_answer_is_joined_with_what_was_asked() -> None:
    (response,) = respond([given_answer()], load_questionnaires())
    assert response.section.about == "retry" and response.choice.verdict == "platform" and response.question.decides
