"""Verdicts follow the definitions of the labelled corpus, and say what they rest on."""

from __future__ import annotations

import pytest

from lockin_audit.assess.verdict import joined, verdicts
from lockin_audit.core.config import WorkflowConfig
from lockin_audit.core.evidence import QUESTIONS
from tests.assess.evidence_builder import API, ENGINE, FRAMEWORK, HARNESS, MANAGED, NEUTRAL, RUNTIMES, answer, place, responses, scan_of

DRIVEN = place("orchestration")
LOOP = place("orchestration", "owned", FRAMEWORK)


def judge(*sites, answers=(), dependencies=None, workflow=None):  # type: ignore[no-untyped-def]
    return verdicts(sites, RUNTIMES, responses(*answers), scan_of(*sites, dependencies=dependencies), workflow=workflow)


def values(found) -> tuple[str, ...]:  # type: ignore[no-untyped-def]
    return tuple(found[q].verdict for q in QUESTIONS)


def test_without_agent_work_every_question_is_none() -> None:
    assert values(judge()) == ("none",) * 4
    assert values(judge(place("retry", "owned", NEUTRAL), place("state", "owned", ENGINE))) == ("none",) * 4


def test_a_managed_runtime_and_nothing_of_ones_own_is_platform_and_says_how_much_was_read() -> None:
    found = judge(DRIVEN)
    assert values(found) == ("platform",) * 4
    assert found["replay"].decided_by == "left-to-the-runtime"
    assert "No replay code or checkpoint of your own was found in the 40 files read" in found["replay"].summary
    assert found["replay"].because == (DRIVEN.id,)


def test_an_open_framework_in_its_vendors_cloud_is_driven_like_a_managed_runtime() -> None:
    rented = place("orchestration", id=FRAMEWORK)
    assert values(judge(rented)) == ("platform",) * 4
    assert values(judge(rented, place("state", "owned", NEUTRAL))) == ("platform", "owned", "platform", "platform")
    assert values(judge(place("model", id=FRAMEWORK))) == ("owned",) * 4


def test_a_loop_in_the_own_process_and_nothing_else_is_owned_with_a_gap() -> None:
    found = judge(LOOP)
    assert values(found) == ("owned",) * 4
    assert "a gap" in found["replay"].summary


def test_what_only_the_examples_of_a_product_drive_runs_no_product() -> None:
    shown = place("orchestration", file="examples/notebooks/a.ipynb")
    loops = [place("orchestration", "owned", FRAMEWORK, file=f"src/{name}.py") for name in "abc"]
    assert values(judge(shown, *loops)) == ("owned",) * 4
    assert values(judge(shown, *loops[:2]))[0] == "platform"


def test_a_template_of_settings_drives_nothing_beside_a_loop_of_ones_own() -> None:
    template = place("orchestration", file="deploy/.env.example")
    assert values(judge(LOOP, template)) == ("owned",) * 4
    assert values(judge(template)) == ("platform",) * 4
    assert values(judge(LOOP, place("orchestration", file="deploy/.env"))) == ("platform",) * 4


@pytest.mark.parametrize("question", QUESTIONS)
def test_both_sides_in_code_are_mixed(question: str) -> None:
    found = judge(DRIVEN, place(question), place(question, "owned", NEUTRAL, line=9))
    assert found[question].verdict == "mixed"
    assert len(found[question].because) == 2
    assert "app/agent.py:1" in found[question].summary and "app/agent.py:9" in found[question].summary


def test_own_retries_beside_a_managed_runtime_are_mixed_but_own_state_is_owned() -> None:
    found = judge(DRIVEN, *(place(q, "owned", NEUTRAL) for q in QUESTIONS))
    assert values(found) == ("mixed", "owned", "owned", "owned")


def test_own_retries_without_a_managed_runtime_are_owned() -> None:
    assert judge(LOOP, place("retry", "owned", NEUTRAL))["retry"].verdict == "owned"


def test_what_stands_around_calls_of_models_that_are_no_places_is_agent_work_and_beside_an_engine_alone_it_is_none() -> None:
    assert values(judge(place("state", "owned", NEUTRAL))) == ("owned",) * 4
    assert values(judge(place("state", "owned", NEUTRAL), place("orchestration", "owned", ENGINE))) == ("none",) * 4


def test_tools_of_a_managed_vendor_alone_do_not_make_it_the_runtime() -> None:
    assert values(judge(LOOP, place("tools"), place("credentials"))) == ("owned",) * 4


def test_without_an_own_loop_any_use_of_a_managed_runtime_drives_it() -> None:
    assert values(judge(place("state"))) == ("platform",) * 4


def test_dashboards_and_runbooks_alone_run_no_agent() -> None:
    assert values(judge(place("runbook"))) == ("none",) * 4
    assert values(judge(place("telemetry"))) == ("none", "none", "none", "platform")
    assert values(judge(place("telemetry", id=HARNESS))) == ("none", "none", "none", "platform")
    assert values(judge(place("telemetry", id=API))) == ("none",) * 4
    assert values(judge(place("telemetry", "owned", NEUTRAL))) == ("none",) * 4


def test_a_model_call_alone_is_a_loop_of_ones_own() -> None:
    assert values(judge(place("model", "platform", API))) == ("owned",) * 4


def test_a_vendors_closed_harness_decides_on_retries_only() -> None:
    assert values(judge(place("orchestration", "platform", HARNESS))) == ("platform", "owned", "owned", "owned")


def test_a_manifest_counts_only_where_no_place_in_the_code_speaks() -> None:
    named = {MANAGED: ("requirements.txt",)}
    assert values(judge(dependencies=named)) == ("platform",) * 4
    assert "manifest" in judge(dependencies=named)["state"].summary
    assert values(judge(LOOP, dependencies=named)) == ("owned",) * 4
    elsewhere = WorkflowConfig(id="other", paths=("other/**",))
    assert values(judge(dependencies=named, workflow=elsewhere)) == ("none",) * 4


def test_a_runtime_named_in_the_config_counts_where_the_scan_is_blind() -> None:
    assert values(judge(workflow=WorkflowConfig(id="w", paths=("w/**",), runtime=MANAGED))) == ("platform",) * 4


def test_the_summary_tells_documented_facts_best_first_and_marks_the_rest() -> None:
    found = judge(DRIVEN)
    retry = found["retry"].summary
    assert retry.index("It retries three times (vendor documentation, https://example.com/docs, read 2026-11-20)") < retry.index(
        "not verified"
    )
    assert "a third party, not the vendor" in found["state"].summary
    assert "Documented" not in judge(LOOP)["retry"].summary


def test_an_answer_that_agrees_is_named_and_changes_nothing() -> None:
    found = judge(DRIVEN, place("state"), answers=[answer("state.where", "vendor")])["state"]
    assert (found.verdict, found.decided_by, found.contradiction) == ("platform", "vendor-only", "")
    assert found.because[-1] == "answer:four_questions/state.where"
    assert 'Ada said "With the vendor; we hold ids"' in found.summary


def test_an_answer_fills_a_gap_and_the_gap_is_shown() -> None:
    found = judge(DRIVEN, answers=[answer("replay.from-middle", "ours", evidence="ops/replay in another repository")])["replay"]
    assert (found.verdict, found.decided_by) == ("owned", "answer-fills-gap")
    assert "ops/replay in another repository" in found.contradiction and "no place in the 40 files read" in found.contradiction


def test_an_answer_against_places_in_the_code_is_mixed_with_a_contradiction() -> None:
    found = judge(DRIVEN, place("state"), answers=[answer("state.where", "ours")])["state"]
    assert (found.verdict, found.decided_by) == ("mixed", "answer-against-evidence")
    assert found.contradiction


def test_an_answer_may_overrule_when_it_says_why() -> None:
    found = judge(DRIVEN, place("state"), answers=[answer("state.where", "ours", overrule=True, note="The vendor holds a copy only")])[
        "state"
    ]
    assert (found.verdict, found.decided_by) == ("owned", "answer-overrules")
    assert "The vendor holds a copy only" in found.contradiction


def test_not_knowing_changes_nothing() -> None:
    plain, asked = judge(DRIVEN), judge(DRIVEN, answers=[answer("retry.who", "dont-know")])
    assert plain == asked


def test_people_who_disagree_are_both_shown() -> None:
    found = judge(DRIVEN, answers=[answer("retry.who", "vendor"), answer("retry.who", "ours", by="Ben")])["retry"]
    assert found.verdict == "mixed"
    assert "Ada" in found.contradiction and "Ben" in found.contradiction


def test_an_answer_about_one_workflow_counts_there_only_and_wins_over_the_general_one() -> None:
    given = [answer("retry.who", "vendor"), answer("retry.who", "ours", workflow="a")]
    a = judge(DRIVEN, answers=given, workflow=WorkflowConfig(id="a"))["retry"]
    b = judge(DRIVEN, answers=given, workflow=WorkflowConfig(id="b"))["retry"]
    assert (a.verdict, b.verdict) == ("owned", "platform")


def test_a_repository_whose_workflows_differ_is_mixed_and_says_which() -> None:
    managed, own = judge(DRIVEN), judge(LOOP)
    whole = joined(judge(DRIVEN, LOOP), {"triage": managed, "research": own})
    assert values(whole) == ("mixed",) * 4
    assert whole["state"].decided_by == "workflows-differ"
    assert "triage: with the vendor; research: your own" in whole["state"].summary
    assert joined(managed, {"one": managed}) == managed
