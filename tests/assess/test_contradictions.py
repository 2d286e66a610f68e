"""Contradictions name the files; agreement and silence make none."""

from __future__ import annotations

from lockin_audit.ask.answers import Answer, respond
from lockin_audit.ask.questionnaire import load_questionnaires
from lockin_audit.assess.audit import assess
from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config, WorkflowConfig
from tests.assess.evidence_builder import RUNTIMES, answer, place, scan_of

SITES = (
    place("orchestration"),
    *(place("retry", file=f"app/{n}.py", line=n) for n in (1, 2, 3, 4)),
    place("credentials", file="infra/vault.tf"),
)


def judged(*given: Answer, config: Config | None = None) -> Audit:
    return assess(scan_of(*SITES), config or Config(), RUNTIMES, respond(given, load_questionnaires()))


def test_an_answer_against_the_code_names_the_files_and_what_decided() -> None:
    got = judged(answer("retry.who", "ours"))
    assert len(got.contradictions) == 1
    text = got.contradictions[0]
    assert text.startswith('retry: Ada said "Our own code') and "app/1.py:1" in text and "app/3.py:3" in text and "1 more file" in text
    assert got.workflows[0].questions["retry"].rests_on == "both"
    assert got.workflows[0].questions["state"].rests_on == "evidence"


def test_other_questions_the_code_can_show_are_checked_too() -> None:
    got = judged(answer("grown.auth", "ours", questionnaire="accumulated"))
    assert got.contradictions == (
        'Ada answered "In our own vault; the runtime gets short-lived ones" to grown.auth; '
        "this file leaves it to the vendor: infra/vault.tf:1.",
    )


def test_agreement_not_knowing_and_absence_contradict_nothing() -> None:
    same = answer("grown.auth", "vendor", questionnaire="accumulated")
    unknown = answer("grown.auth", "dont-know", questionnaire="accumulated")
    unseen = answer("grown.runbooks", "act", questionnaire="accumulated")
    for given in (same, unknown, unseen, answer("retry.who", "vendor")):
        assert judged(given).contradictions == ()


def test_a_workflow_is_named() -> None:
    config = Config(workflows=(WorkflowConfig(id="claims", paths=("**",)),))
    assert judged(answer("retry.who", "ours"), config=config).contradictions[0].startswith("claims: retry:")
