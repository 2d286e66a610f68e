"""From a scan to an audit, through the public function."""

from __future__ import annotations

import pytest

from lockin_audit.assess.audit import assess
from lockin_audit.core.config import Config, TeamConfig, WorkflowConfig
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Confidence
from tests.assess.evidence_builder import FRAMEWORK, MANAGED, RUNTIMES, answer, place, responses, scan_of

TRIAGE = WorkflowConfig(id="triage", name="Triage", paths=("triage/**",), criticality=("customer-facing",))
RESEARCH = WorkflowConfig(id="research", paths=("research/**",), criticality=("internal",))
SITES = (
    place("orchestration", file="triage/a.py"),
    place("state", file="triage/a.py", line=4),
    place("orchestration", file="research/b.py"),
    place("orchestration", "owned", FRAMEWORK, file="scripts/c.py"),
    place("telemetry", file="triage/a.py", line=9, confidence="low"),
)
CONFIG = Config(workflows=(TRIAGE, RESEARCH), team=TeamConfig(engineers=5, on_call=True))


def test_each_workflow_is_judged_by_its_own_evidence() -> None:
    audit = assess(scan_of(*SITES), CONFIG, RUNTIMES)
    triage, research = audit.workflows
    assert (triage.recommendation, research.recommendation) == ("own", "managed")
    assert triage.runtimes == (MANAGED,)
    assert [s.workflow for s in audit.sites] == ["research", "", "triage", "triage"]
    assert {i.workflow for i in audit.rebuild} == {"triage", "research"}
    assert audit.questions["state"].verdict == "platform"


def test_places_below_the_chosen_confidence_count_nowhere() -> None:
    assert len(assess(scan_of(*SITES), CONFIG, RUNTIMES).sites) == 4
    low = assess(scan_of(*SITES), CONFIG, RUNTIMES, min_confidence=Confidence.LOW)
    assert len(low.sites) == 5 and low.questions["telemetry"].decided_by == "vendor-only"


def test_without_a_config_the_repository_is_one_workflow_with_the_same_answers() -> None:
    audit = assess(scan_of(*SITES), Config(), RUNTIMES)
    (only,) = audit.workflows
    assert only.id == "repository" and only.questions == audit.questions
    assert only.recommendation == "unknown" and "criticality" in " ".join(only.reasons)


def test_an_answer_about_an_unknown_workflow_is_refused() -> None:
    with pytest.raises(DataError, match=r"nowhere.*not defined"):
        assess(scan_of(*SITES), CONFIG, RUNTIMES, responses(answer("retry.who", "vendor", workflow="nowhere")))


def test_a_workflow_on_an_unknown_runtime_is_refused() -> None:
    config = Config(workflows=(WorkflowConfig(id="w", paths=("w",), runtime="acme.nothing"),))
    with pytest.raises(DataError, match=r"acme\.nothing.*not known"):
        assess(scan_of(*SITES), config, RUNTIMES)


def test_two_runs_give_equal_audits() -> None:
    assert assess(scan_of(*SITES), CONFIG, RUNTIMES) == assess(scan_of(*reversed(SITES)), CONFIG, RUNTIMES)
