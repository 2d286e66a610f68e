"""What every document tells: the eighteen-month page, what people said, what each workflow costs and how sure that is."""

from __future__ import annotations

from lockin_audit.assess.preparations import preparations
from lockin_audit.assess.swap_plan import swap_plan
from lockin_audit.core.audit import Action, Disagreement
from lockin_audit.finance.result import (
    BoardAnswer,
    BoardQuestion,
    Correlation,
    SobolIndex,
    SobolStudy,
    Volatility,
    WorkflowCost,
    WorthMeasuring,
)
from lockin_audit.finance.result import Rebuild as RebuildCount
from lockin_audit.report.charts import discover
from lockin_audit.report.story import pictures
from lockin_audit.report.story.blocks import Block, Heading, Listing, Paragraph, Table
from lockin_audit.report.story.cost import cost
from lockin_audit.report.story.glossary import MEANINGS, glossary
from lockin_audit.report.story.people import people
from lockin_audit.report.story.swap import swap
from lockin_audit.report.study import Study
from tests.report.study_builder import make_study


def text(blocks: list[Block]) -> str:
    out = []
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            out.append("".join(s.text for s in block.words))
        elif isinstance(block, Listing):
            out += ["".join(s.text for s in item) for item in block.items]
        elif isinstance(block, Table):
            out += [" | ".join("".join(s.text for s in cell) for cell in row) for row in block.rows]
    return "\n".join(out)


def planned() -> Study:
    study = make_study()
    plan = swap_plan(study.audit.rebuild, trigger="leave_runtime", engineers=2, day_cost=900, days_per_week=5)
    assert plan is not None
    answer = BoardAnswer(
        leaves=True,
        rebuild=RebuildCount(items=2, points=9, days_low=3, days_likely=6, days_high=12),
        switching_cost={"p10": 1000.0, "p50": 2000.0, "p90": 4000.0},
        weeks={"p10": 1.0, "p50": 2.0, "p90": 4.0},
        expected_switching_cost=500.0,
        option_value=None,
        option_value_standard_error=None,
        exercised=None,
    )
    board = BoardQuestion(
        month=18, options=dict.fromkeys(study.cost.options, answer), note="Add none.", day_cost=900, engineers=2, days_per_week=5
    )
    audit = study.audit.model_copy(update={"preparations": preparations(study.audit.rebuild)})
    changes = {"plan": plan.model_copy(update={"month": 18}), "cost": study.cost.model_copy(update={"board": board}), "audit": audit}
    return study.model_copy(update=changes)


def test_the_page_names_cost_order_people_weeks_and_what_to_prepare() -> None:
    study = planned()
    told = text(swap(study))
    assert study.plan is not None
    assert "If we had to swap within 18 months" in told and "$2,000 ($1,000 to $4,000)" in told and "not known" in told
    stages = [told.index(stage.title) for stage in study.plan.stages]
    assert stages == sorted(stages) and all(stage.owner in told for stage in study.plan.stages)
    assert "with 2 engineers" in told and "days off the list" in told


def test_without_a_plan_the_page_says_so() -> None:
    assert "there is no plan" in text(swap(make_study()))


def test_what_people_said_is_told_only_where_somebody_said_something() -> None:
    study = make_study()
    assert people(study) == []
    action = Action(what="Name a person.", about="Who answers?", owner="board sponsor", days=0.5, risk="unknown", because=("a",))
    differ = Disagreement(question="q", text="Who answers?", said=('ada: "Nobody"', 'bo: "I do"'))
    audit = study.audit.model_copy(update={"actions": (action,) * 13, "disagreements": (differ,), "contradictions": ("You said so.",)})
    told = text(people(study.model_copy(update={"audit": audit})))
    assert "Name a person." in told and "half a day" in told and "not known" in told and "1 more stand" in told
    assert 'Who answers? ada: "Nobody"; bo: "I do".' in told and "You said so." in told


def test_workflows_budgets_steadiness_and_certainty_are_told_in_words() -> None:
    study = make_study()
    part = WorkflowCost(
        label="Claims triage",
        total=900_000.0,
        monthly=(25_000.0,) * 36,
        outcomes=1_000_000.0,
        cost_per_outcome=0.9,
        budget_per_month=30_000.0,
        probability_within_budget=0.62,
    )
    steady = Volatility(month_to_month=0.004, largest_rise=0.21, largest_rise_month=7, spread=0.3)
    options = {id: o.model_copy(update={"workflows": {"claims": part}, "volatility": steady}) for id, o in study.cost.options.items()}
    assert study.cost.simulation is not None
    simulation = study.cost.simulation.model_copy(
        update={
            "worth_measuring": (WorthMeasuring(id="claims.tokens_in", label="Input tokens", value=900.0),),
            "correlations": (Correlation(first="claims.tokens_in", second="claims.active_minutes", rho=-0.4),),
        }
    )
    index = SobolIndex(id="claims.tokens_in", label="Input tokens", first=-0.01, first_interval=0.02, total=0.6, total_interval=0.05)
    sobol = SobolStudy(samples=8, evaluations=80, seed=1, indices=(index,), note="A note.")
    costs = study.cost.model_copy(update={"options": options, "simulation": simulation, "sobol": sobol})
    told = text(cost(study.model_copy(update={"cost": costs})))
    assert "Claims triage | Own orchestration | $900,000 | $0.90 | $30,000 | 62% of futures" in told
    assert "21%, in month 7 | 0.4% | plus or minus 30%" in told
    assert "Input tokens | $900" in told and "Input tokens | 0% ± 2% | 60% ± 5%" in told
    assert "Claims: input tokens per session and Claims: active minutes per session: −0.4" in told
    assert "Eight in ten of them give a saving by moving between −$38,272 and $346,208" in told
    assert "growth | $2.3M (+$700k) | $1.6M (best)" in told


def test_every_chart_has_its_place_once() -> None:
    assert sorted(pictures.ALL) == sorted(c.id for c in discover())


def test_the_words_of_the_trade_are_explained() -> None:
    told = text(glossary())
    for word in ("P10, P50, P90", "NPV", "EVPI", "Checkpoint", "Idempotent", "Regret", "Telemetry", "Placeholder"):
        assert word in told
    assert list(MEANINGS) == sorted(MEANINGS, key=str.lower)
