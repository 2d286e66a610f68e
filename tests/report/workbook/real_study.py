"""The study of the example company with the real cost model, and the workbooks the tests look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from lockin_audit.assess.swap_plan import swap_plan
from lockin_audit.core.audit import Action, Audit, Days, Disagreement, Preparation
from lockin_audit.core.config import AssumptionConfig, Config, CostConfig, OptionConfig, ScenarioConfig, WorkflowConfig
from lockin_audit.core.swap_plan import SwapPlan
from lockin_audit.finance.assumptions import resolve_assumptions
from lockin_audit.finance.build import build_model
from lockin_audit.finance.model import Model
from lockin_audit.finance.result import CostStudy
from lockin_audit.finance.study import cost_study
from lockin_audit.prices.book import PriceBook, load_book
from lockin_audit.report.study import Answered, Study
from lockin_audit.report.workbook.write import write_workbook
from tests.report.study_builder import make_audit, make_study

DAY = date(2026, 11, 21)
DRAWS = 500


def config(*, product: str = "anthropic.managed_agents", **changes: Any) -> Config:
    """Two workflows, a managed option and an owned one, a scenario of the user's own; volumes at which moving can pay."""
    fields: dict[str, Any] = {
        "workflows": (
            WorkflowConfig(id="claims", name="Claims triage", paths=("services/claims/**",), criticality=("customer-facing",)),
            WorkflowConfig(id="research", name="Research assistant", paths=("services/research/**",), criticality=("internal",)),
        ),
        "options": (
            OptionConfig(id="managed", kind="managed", product=product),
            OptionConfig(id="owned", kind="owned", label="Own the orchestration"),
        ),
        "cost": CostConfig(horizon_months=36),
        "assumptions": {
            "claims.sessions_per_month": AssumptionConfig(value=400_000, low=200_000, high=900_000, source="claims system"),
            "routing.saving": 0.3,
        },
        "scenarios": (
            ScenarioConfig(
                id="lean_team",
                label="A lean team",
                multiply={"owned.run_fte": 0.8, "people.*": 0.95},
                set={"people.engineer_year": 150_000},
            ),
        ),
    }
    return Config(**(fields | changes))


ANSWERS = (
    Answered(
        questionnaire="four_questions",
        question="state.where",
        text="Where is state kept?",
        choice="ours",
        label="In our own database",
        by="Ada",
        on=DAY,
        evidence="schema.sql",
        workflow="claims",
    ),
    Answered(
        questionnaire="swap", question="swap.tested", text="Was a swap tried?", choice="no", label="=1+1 never", by="", note="@SUM(1)"
    ),
)
SAID: dict[str, object] = {
    "actions": (
        Action(what="Try a swap", about="Was a swap tried?", owner="engineering lead", days=3.0, risk="high", because=("swap.tested",)),
    ),
    "disagreements": (Disagreement(question="state.where", text="Where is state kept?", said=('Ada: "ours"', 'Bo: "theirs"')),),
    "contradictions": ("Ada said state is yours; services/claims/step_3.py keeps the vendor's id.",),
    "preparations": tuple(
        Preparation(
            id=f"p{n}",
            what=f"Preparation {n}",
            owner="engineer",
            days=Days(low=1, likely=2, high=4),
            removes=r,
            per_day=r / 2,
            gives="A copy",
        )
        for n, r in enumerate((3.0, 1.0), 1)
    ),
}
"""What people said and what can be prepared, so that every sheet has something to show."""


@cache
def prices() -> PriceBook:
    """The shipped price book."""
    return load_book()


def study_and_model(chosen: Config, *, scenario: str = "base", sets: Mapping[str, float] | None = None) -> tuple[Study, Model]:
    """A study and the model behind its cost side, as the command line makes them."""
    audit = make_audit().model_copy(update=SAID)
    cost = cost_study(chosen, audit=audit, book=prices(), as_of=DAY, scenario=scenario, sets=sets, draws=DRAWS)
    model = build_model(chosen, resolve_assumptions(chosen, audit, prices(), DAY, sets).assumptions, audit)
    return make_study(cost=cost, config=chosen, audit=audit, plan=_plan(audit, cost), answers=ANSWERS), model


def _plan(audit: Audit, cost: CostStudy) -> SwapPlan | None:
    board = cost.board
    if board is None:
        return None
    plan = swap_plan(
        audit.rebuild, trigger="leave_runtime", engineers=board.engineers, day_cost=board.day_cost, days_per_week=board.days_per_week
    )
    return plan and plan.model_copy(update={"month": board.month})


def typed_over(model: Model, values: Mapping[str, float]) -> Model:
    """The model after somebody typed over base values on Inputs; ranges stay as they were."""
    changed = tuple(a.model_copy(update={"value": values[a.id]}) if a.id in values else a for a in model.assumptions)
    return replace(model, assumptions=changed)


@cache
def workbook() -> bytes:
    """The workbook of the base case."""
    return write_workbook(*study_and_model(config()))
