"""Shipped questionnaires obey the house rules; broken ones are refused with a sentence."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from lockin_audit.ask.questionnaire import DONT_KNOW, Questionnaire, load_questionnaires, questionnaire_named
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import QUESTIONS, Dimension

ALL = [(q, question) for q in load_questionnaires() for question in q.questions()]


def test_the_four_questions_are_asked_and_each_is_decided_by_one_question() -> None:
    four = questionnaire_named("four_questions")
    deciding = [(s.about, [q.id for q in s.questions if q.decides]) for s in four.sections if s.about]
    assert [about for about, _ in deciding] == list(QUESTIONS)
    assert all(len(ids) == 1 for _, ids in deciding)
    assert {"control", "accountability"} <= {s.id for s in four.sections}
    assert 12 <= len(list(four.questions())) <= 16


@pytest.mark.parametrize(("questionnaire", "question"), ALL, ids=[q.id for _, q in ALL])
def test_every_question_can_change_something(questionnaire: Questionnaire, question) -> None:  # type: ignore[no-untyped-def]
    unknown = question.choice(DONT_KNOW)
    assert unknown is not None and unknown.risk == "unknown" and unknown.verdict is None
    if question.decides:
        assert {c.verdict for c in question.choices} == {"platform", "mixed", "owned", None}
    assert any(c.risk in ("high", "medium") for c in question.choices) and any(c.risk == "low" for c in question.choices)
    assert set(question.dimensions) <= {d.value for d in Dimension}
    assert all(text.strip().endswith((".", "?", "!")) for text in (question.text, question.explanation, question.why, question.evidence))


def choice(id: str, **more: object) -> dict[str, object]:
    return {"id": id, "label": "L", "risk": "low", "rationale": "R.", **more}


def broken(**change: object) -> dict[str, object]:
    question = {
        "id": "a.b", "text": "T?", "explanation": "E.", "why": "W.", "evidence": "V.",
        "reference": {"url": "https://example.com", "title": "t", "checked_on": "2026-11-21"},
        "choice": [choice("x"), choice("y"), choice(DONT_KNOW, risk="unknown")], **change,
    }  # fmt: skip
    return {"id": "q", "title": "t", "introduction": "i", "section": [{"id": "a", "title": "s", "question": [question]}]}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"choice": [choice("x"), choice("y"), choice("z")]}, "does not offer"),
        ({"choice": [choice("x"), choice("x"), choice(DONT_KNOW)]}, "one id"),
        ({"choice": [choice("x", risk="high"), choice("y"), choice(DONT_KNOW)]}, "no mitigation"),
        ({"choice": [choice("x", verdict="owned"), choice("y"), choice(DONT_KNOW)]}, "does not decide"),
        ({"id": "b.c"}, "must begin with a."),
        ({"decides": True}, "decides"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_faults_are_named(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Questionnaire.model_validate(broken(**change))


def test_a_sound_questionnaire_is_taken() -> None:
    assert Questionnaire.model_validate(broken()).question("a.b") is not None


def test_an_unknown_questionnaire_is_refused_with_the_known_ones() -> None:
    with pytest.raises(DataError, match="four_questions"):
        questionnaire_named("five_questions")
