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


def test_every_topic_of_the_essays_has_a_questionnaire() -> None:
    assert {q.id for q in load_questionnaires()} == {
        "four_questions", "fit", "causal_observability", "accumulated", "control_plane", "swap", "workflow_spec", "team_agents",
        "outcome_budget", "procurement", "harness",
    }  # fmt: skip
    ids = [question.id for _, question in ALL]
    assert len(ids) == len(set(ids)), "explain names a question by its id alone"


@pytest.mark.parametrize(("questionnaire", "question"), ALL, ids=[q.id for _, q in ALL])
def test_a_question_is_complete(questionnaire: Questionnaire, question) -> None:  # type: ignore[no-untyped-def]
    unknown = question.choice(DONT_KNOW)
    assert unknown is not None and unknown.risk == "unknown" and unknown.verdict is None and unknown.mitigation
    if question.decides:
        assert {c.verdict for c in question.choices} == {"platform", "mixed", "owned", None}
    assert any(c.risk in ("high", "medium") for c in question.choices) and any(c.risk == "low" for c in question.choices)
    assert set(question.dimensions) <= {d.value for d in Dimension}
    texts = (question.text, question.explanation, question.why, question.evidence, *(c.rationale for c in question.choices))
    assert all(text.strip().endswith((".", "?", "!")) for text in texts)
    assert question.reference.words and question.reference.checked_on.year == 2026
    labels = [c.label.casefold() for c in question.choices]
    assert len(set(labels)) == len(labels)


def test_facts_of_law_carry_their_caution() -> None:
    law = [q.reference for _, q in ALL if "Regulation (EU)" in q.reference.title or "DORA" in q.reference.title]
    assert law and all("not legal advice" in reference.note or "not legal advice" in reference.title for reference in law)
    assert all("check status" in reference.note for reference in law if "2023/2854" in reference.title)
    assert "not legal advice" in questionnaire_named("procurement").introduction


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
        ({"choice": [choice("x", effects={"action": {"owner": "engineer", "days": 1}}), choice(DONT_KNOW), choice("y")]}, "not low"),
        ({"choice": [choice("x", effects={"assumptions": [{"id": "w.steps", "value": 3, "low": 4, "high": 5}]})]}, "out of order"),
        ({"choice": [choice("x", effects={"assumptions": [{"id": "o.run_fte", "value": 3, "low": 3, "high": 5}]})]}, "say option"),
        ({"choice": [choice("x", shown_by="owned"), choice("y"), choice(DONT_KNOW)]}, "shown_by needs"),
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
