"""Every answer changes something: a verdict, a recommendation, an assumption, the action list or what is left to prepare."""

from __future__ import annotations

from datetime import date

import pytest

from lockin_audit.ask.answers import Answer, respond
from lockin_audit.ask.questionnaire import Choice, Question, Questionnaire, load_questionnaires, questionnaire_named
from lockin_audit.assess.audit import assess
from lockin_audit.assess.inputs import answered_config
from lockin_audit.assess.preparations import preparation_kinds
from lockin_audit.core.config import Config
from lockin_audit.core.evidence import Dimension, Scan
from lockin_audit.finance.assumptions import resolve_assumptions
from lockin_audit.prices.book import load_book
from tests.assess.evidence_builder import RUNTIMES, place, scan_of

ALL = [(q, question) for q in load_questionnaires() for question in q.questions()]
SHIPPED = load_questionnaires()


def everything_held() -> Scan:
    """A workflow of which the vendor holds all eleven dimensions."""
    return scan_of(*(place(d.value, file=f"app/{d.value}.py") for d in Dimension))


SCAN = everything_held()


def outcome(*answers: Answer) -> tuple[object, ...]:
    """Everything an answer could change, without the sentences that only repeat it."""
    given = respond(answers, SHIPPED)
    audit = assess(SCAN, Config(), RUNTIMES, given)
    config = answered_config(Config(), given)
    workflow = audit.workflows[0]
    return (
        {q: v.verdict for q, v in audit.questions.items()},
        workflow.recommendation, workflow.decided_by, workflow.criticality,
        config.team, config.assumptions,
        [(a.what, a.owner, a.days) for a in audit.actions],
        [p.id for p in audit.preparations],
    )  # fmt: skip


UNASKED = outcome()


@pytest.mark.parametrize(("questionnaire", "question"), ALL, ids=[q.id for _, q in ALL])
def test_every_choice_changes_something(questionnaire: Questionnaire, question: Question) -> None:
    outcomes = {
        c.id: outcome(Answer(questionnaire=questionnaire.id, question=question.id, choice=c.id, evidence="clause 12"))
        for c in question.choices
    }
    idle = [id for id, result in outcomes.items() if result == UNASKED]
    assert not idle, f"{question.id}: {', '.join(idle)} changes nothing"
    assert len({repr(result) for result in outcomes.values()}) > 1, f"{question.id}: every choice has the same effect"


def test_a_favourable_answer_on_the_contract_without_evidence_counts_as_not_known() -> None:
    procurement = questionnaire_named("procurement")
    assert [q.id for q in SHIPPED if q.proof] == ["procurement"]
    for question in procurement.questions():
        for choice in question.choices:
            given = Answer(questionnaire=procurement.id, question=question.id, choice=choice.id)
            audit = assess(SCAN, Config(), RUNTIMES, respond([given], SHIPPED))
            proved = assess(SCAN, Config(), RUNTIMES, respond([given.model_copy(update={"evidence": "clause 12"})], SHIPPED))
            if choice.risk != "low":
                assert audit == proved
                continue
            unknown = assess(SCAN, Config(), RUNTIMES, respond([given.model_copy(update={"choice": "dont-know"})], SHIPPED))
            assert audit.preparations == unknown.preparations and audit.actions[0].risk == "unknown"
            assert question.evidence in audit.actions[0].what and proved.actions == ()


def test_a_question_that_changes_nothing_would_be_caught() -> None:
    question = SHIPPED[0].sections[0].questions[0]
    idle = Choice(id="idle", label="L", risk="low", rationale="R.")
    asked = question.model_copy(update={"id": question.id, "choices": (*question.choices, idle)})
    section = SHIPPED[0].sections[0].model_copy(update={"questions": (asked,)})
    changed = SHIPPED[0].model_copy(update={"sections": (section,)})
    given = respond([Answer(questionnaire=changed.id, question=asked.id, choice="idle")], [changed])
    assert answered_config(Config(), given) == Config() and assess(SCAN, Config(), RUNTIMES, given).actions == ()


def test_what_is_in_place_is_a_known_preparation_and_every_preparation_can_be_reported_as_done() -> None:
    known = {kind.id for kind in preparation_kinds()}
    named = {id for _, question in ALL for choice in question.choices for id in choice.effects.in_place}
    assert named <= known
    assert known - named <= {"sandbox-image"}


def test_assumptions_are_those_of_the_cost_model_and_within_its_bounds() -> None:
    book, day = load_book(), date(2026, 11, 21)
    for questionnaire, question in ALL:
        for choice in question.choices:
            if choice.effects.assumptions:
                given = respond([Answer(questionnaire=questionnaire.id, question=question.id, choice=choice.id, by="Ada")], SHIPPED)
                config = answered_config(Config(), given)
                resolved = resolve_assumptions(config, None, book, day)
                changed = {a.id: a for a in resolved.assumptions if a.basis == "answered"}
                assert set(config.assumptions) == set(changed) | set(resolved.ignored), (question.id, choice.id)
                assert all("Ada answered" in a.source and question.id in a.source for a in changed.values())
