"""Evidence suggests answers only where the code can know, and shows the places that bear on a question."""

from __future__ import annotations

from lockin_audit.ask.prefill import places, suggested
from lockin_audit.ask.questionnaire import questionnaire_named
from lockin_audit.core.audit import Verdict
from tests.assess.evidence_builder import NEUTRAL, place

FOUR = questionnaire_named("four_questions")
RETRY = FOUR.sections[0]


def test_the_deciding_question_gets_the_choice_of_the_verdict() -> None:
    verdict = Verdict(question="retry", verdict="mixed", summary="s", decided_by="r")
    choice = suggested(RETRY, RETRY.questions[0], {"retry": verdict})
    assert choice is not None and choice.id == "both"
    assert suggested(RETRY, RETRY.questions[1], {"retry": verdict}) is None
    assert suggested(RETRY, RETRY.questions[0], {}) is None
    none = verdict.model_copy(update={"verdict": "none"})
    assert suggested(RETRY, RETRY.questions[0], {"retry": none}) is None


def test_places_of_the_vendor_come_first() -> None:
    sites = [
        place("retry", "owned", NEUTRAL, file="a.py"),
        place("retry", file="b.py"),
        place("state"),
        place("retry", file="c.py", confidence="low"),
    ]
    found = places(RETRY, RETRY.questions[0], sites)
    assert [s.file for s in found] == ["b.py", "c.py", "a.py"]
    assert len(places(RETRY, RETRY.questions[0], sites, limit=1)) == 1
    accountability = FOUR.sections[-1]
    assert places(accountability, accountability.questions[0], sites) == ()
