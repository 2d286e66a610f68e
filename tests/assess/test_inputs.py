"""Answers fill what the config leaves open, and never what it says."""

from __future__ import annotations

from lockin_audit.ask.answers import Response, respond
from lockin_audit.ask.questionnaire import load_questionnaires
from lockin_audit.assess.audit import assess
from lockin_audit.assess.inputs import answered_config, answered_team
from lockin_audit.core.config import AssumptionConfig, Config, TeamConfig, WorkflowConfig
from lockin_audit.core.evidence import QUESTIONS
from tests.assess.evidence_builder import RUNTIMES, answer, place, scan_of


def fit(question: str, choice: str, by: str = "Ada", workflow: str = "", questionnaire: str = "fit") -> Response:
    return respond([answer(question, choice, questionnaire=questionnaire, by=by, workflow=workflow)], load_questionnaires())[0]


HELD = scan_of(place("orchestration"), *(place(q) for q in QUESTIONS))


def test_fit_answers_decide_what_the_config_leaves_open() -> None:
    asked = assess(HELD, Config(), RUNTIMES)
    assert asked.workflows[0].recommendation == "unknown"
    internal = assess(HELD, Config(), RUNTIMES, [fit("exposure.who", "staff")])
    assert internal.workflows[0].recommendation == "managed"
    critical = [fit("exposure.who", "customers"), fit("capacity.team", "strong")]
    assert assess(HELD, Config(), RUNTIMES, critical).workflows[0].recommendation == "own"
    nobody = [fit("exposure.who", "customers"), fit("capacity.team", "nobody")]
    assert assess(HELD, Config(), RUNTIMES, nobody).workflows[0].recommendation == "managed_portable"


def test_what_the_config_says_goes_first() -> None:
    config = Config(
        workflows=(WorkflowConfig(id="w", paths=("**",), criticality=("internal",)),),
        team=TeamConfig(engineers=5, on_call=True),
        assumptions={"w.success_rate": AssumptionConfig(value=0.5)},
    )
    given = [
        fit("exposure.who", "customers"),
        fit("capacity.team", "nobody"),
        fit("capacity.rota", "no"),
        fit("outcome.rate", "eighty", questionnaire="outcome_budget"),
    ]
    got = answered_config(config, given)
    assert got.workflows == config.workflows and got.team == config.team
    assert got.assumptions["w.success_rate"] == config.assumptions["w.success_rate"]


def test_an_answer_about_one_workflow_stays_with_it() -> None:
    config = Config(workflows=(WorkflowConfig(id="a", paths=("a/**",)), WorkflowConfig(id="b", paths=("b/**",))))
    given = [fit("exposure.who", "staff"), fit("exposure.who", "customers", workflow="b")]
    got = {w.id: w.criticality for w in answered_config(config, given).workflows}
    assert got == {"a": ("internal",), "b": ("customer-facing",)}


def test_of_several_people_the_careful_one_counts() -> None:
    given = [
        fit("capacity.team", "strong"), fit("capacity.team", "small", by="Bo"),
        fit("capacity.rota", "yes"), fit("capacity.rota", "no", by="Bo"),
    ]  # fmt: skip
    assert answered_team(TeamConfig(), given) == TeamConfig(engineers=4, on_call=False)
    rates = [
        fit("outcome.rate", "eighty", questionnaire="outcome_budget"),
        fit("outcome.rate", "half", by="Bo", questionnaire="outcome_budget"),
    ]
    got = answered_config(Config(), rates).assumptions["repository.success_rate"]
    assert isinstance(got, AssumptionConfig)
    assert (got.low, round(got.value, 3), got.high, got.basis) == (0.5, 0.765, 0.95, "answered")
    assert "Ada" in got.source and "Bo" in got.source


def test_without_answers_nothing_changes() -> None:
    assert answered_config(Config(), ()) is not None and answered_config(Config(), ()) == Config()
