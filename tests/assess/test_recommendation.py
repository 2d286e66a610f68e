"""The table of recommendations is complete, free of overlap and monotone, and its reasons say what they rest on."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from lockin_audit.assess.preparations import preparation_kinds
from lockin_audit.assess.recommendation import (
    Capacity,
    CostStanding,
    CriticalityLevel,
    Leakage,
    advise,
    capacity_level,
    cost_standing,
    criticality_level,
    leakage_level,
    recommendation_table,
)
from lockin_audit.core.audit import Recommendation, Verdict, VerdictValue
from lockin_audit.core.config import TeamConfig, WorkflowConfig
from lockin_audit.core.evidence import QUESTIONS
from tests.assess.evidence_builder import answer, responses

LEVELS = list(product(get_args(CriticalityLevel), get_args(Leakage), get_args(Capacity), get_args(CostStanding)))
TOWARDS_OWNING = ("managed", "managed_portable", "hybrid", "own")


def advice(criticality: str, leakage: str, capacity: str, cost: str = "unsaid") -> str:
    held = [r for r in recommendation_table().rule if r.holds(criticality, leakage, capacity, cost)]  # type: ignore[arg-type]
    assert len(held) == 1, (criticality, leakage, capacity, cost, [r.id for r in held])
    return held[0].recommendation


def rising(path: list[str]) -> bool:
    """Whether each step of a path looks at least as much towards owning as the one before."""
    ranks = [TOWARDS_OWNING.index(step) for step in path if step != "unknown"]
    return ranks == sorted(ranks)


def found(*values: VerdictValue) -> dict[object, Verdict]:
    return {q: Verdict(question=q, verdict=v, summary="s", decided_by="r") for q, v in zip(QUESTIONS, values, strict=True)}


def test_exactly_one_row_holds_for_each_combination_and_every_row_is_reached() -> None:
    for level in LEVELS:
        advice(*level)
    assert len({r.id for r in recommendation_table().rule}) == len(recommendation_table().rule)


@pytest.mark.parametrize("cost", get_args(CostStanding))
@pytest.mark.parametrize("capacity", get_args(Capacity))
def test_more_leakage_or_criticality_never_makes_managed_look_better(capacity: str, cost: str) -> None:
    for criticality in ("prototype", "internal", "critical"):
        assert rising([advice(criticality, leakage, capacity, cost) for leakage in ("low", "medium", "high")])
    for leakage in ("low", "medium", "high"):
        assert rising([advice(criticality, leakage, capacity, cost) for criticality in ("prototype", "internal", "critical")])


@pytest.mark.parametrize("cost", get_args(CostStanding))
def test_a_stronger_team_never_makes_owning_look_worse(cost: str) -> None:
    for criticality, leakage in product(("prototype", "internal", "critical"), ("low", "medium", "high")):
        assert rising([advice(criticality, leakage, capacity, cost) for capacity in ("none", "small", "strong")])


def test_cheaper_owning_never_makes_managed_look_better_and_not_comparing_counts_as_close() -> None:
    for level in product(get_args(CriticalityLevel), get_args(Leakage), get_args(Capacity)):
        assert rising([advice(*level, cost) for cost in ("dearer", "close", "cheaper")])
        assert advice(*level, "unsaid") == advice(*level, "close")


def test_cost_decides_where_control_does_not() -> None:
    assert advice("internal", "high", "strong", "close") == "managed"
    assert advice("internal", "high", "strong", "cheaper") == "own"
    assert advice("critical", "medium", "strong", "close") == "own"
    assert advice("critical", "medium", "strong", "dearer") == "hybrid"
    assert advice("critical", "high", "strong", "dearer") == "own"
    assert advice("prototype", "high", "strong", "cheaper") == "managed"


@pytest.mark.parametrize(
    ("share", "standing"),
    [(None, "unsaid"), (0.0, "dearer"), (0.2, "dearer"), (0.21, "close"), (0.79, "close"), (0.8, "cheaper"), (1.0, "cheaper")],
)
def test_cost_counts_only_where_most_futures_agree(share: float | None, standing: str) -> None:
    assert cost_standing(share) == standing


def test_the_reason_says_how_cost_counted() -> None:
    team, critical = TeamConfig(engineers=5, on_call=True), WorkflowConfig(id="w", criticality=("customer-facing",))
    high = advise(critical, team, found(*("platform",) * 4), (), 0.14)  # type: ignore[arg-type]
    assert "Owning clearly costs more: owning is the cheaper in 14% of the simulated futures" in " ".join(high.reasons)
    assert "does not change the advice" in " ".join(high.reasons)
    medium = advise(critical, team, found("platform", "platform", "owned", "owned"), (), 0.14)  # type: ignore[arg-type]
    assert medium.decided_by == "critical-part-held-owning-dearer" and "does not change" not in " ".join(medium.reasons)
    assert "Cost does not decide" in " ".join(advise(critical, team, found(*("platform",) * 4), (), 0.5).reasons)  # type: ignore[arg-type]
    assert "futures" not in " ".join(advise(critical, team, found(*("platform",) * 4)).reasons)  # type: ignore[arg-type]


def test_it_can_say_stay_managed() -> None:
    assert advice("internal", "high", "strong") == "managed"
    assert advice("prototype", "high", "small") == "managed"
    assert advice("critical", "high", "none") == "managed_portable"
    assert advice("critical", "high", "strong") == "own"


@pytest.mark.parametrize(
    ("tags", "prototype", "level"),
    [
        ((), False, "unsaid"),
        (("internal",), False, "internal"),
        (("internal",), True, "prototype"),
        (("prototype",), False, "prototype"),
        (("internal", "compliance-sensitive"), False, "critical"),
        (("customer-facing",), True, "critical"),
    ],
)
def test_the_most_critical_statement_counts(tags: tuple[str, ...], prototype: bool, level: str) -> None:
    assert criticality_level(WorkflowConfig(id="w", criticality=tags, prototype=prototype)) == level  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("engineers", "on_call", "level"),
    [(None, True, "unsaid"), (0, None, "none"), (1, True, "none"), (2, None, "small"), (7, None, "small"), (8, None, "strong"),
     (2, True, "small"), (3, True, "strong"), (50, False, "small")],
)  # fmt: skip
def test_capacity_counts_engineers_and_the_rota(engineers: int | None, on_call: bool | None, level: str) -> None:
    assert capacity_level(TeamConfig(engineers=engineers, on_call=on_call)) == level


@pytest.mark.parametrize(
    ("values", "level"),
    [
        (("none",) * 4, "unknown"),
        (("owned",) * 4, "nothing"),
        (("mixed", "owned", "owned", "owned"), "low"),
        (("mixed", "mixed", "owned", "owned"), "low"),
        (("platform", "mixed", "owned", "owned"), "medium"),
        (("platform", "platform", "mixed", "owned"), "medium"),
        (("platform", "platform", "platform", "owned"), "high"),
        (("platform",) * 4, "high"),
    ],
)
def test_leakage_counts_questions(values: tuple[VerdictValue, ...], level: str) -> None:
    assert leakage_level(found(*values)) == level  # type: ignore[arg-type]


def test_reasons_begin_with_the_deciding_one_and_end_with_what_would_change_it() -> None:
    workflow = WorkflowConfig(id="w", criticality=("customer-facing",))
    given = responses(
        answer("accountability.who", "nobody"), answer("retry.limits", "yes"), answer("control.planes", "runtime", workflow="other")
    )
    got = advise(workflow, TeamConfig(engineers=5, on_call=True), found(*("platform",) * 4), given)  # type: ignore[arg-type]
    assert got.recommendation == "own" and got.decided_by == "critical-much-held-strong-team"
    assert got.reasons[0].startswith("It is critical, much of it is with the vendor")
    assert got.reasons[-1].startswith("What would change it:")
    text = " ".join(got.reasons)
    assert "customer-facing" in text and "5 engineers" in text and "High risk: Who is accountable" in text
    assert "retry or the time limit" not in text and "which of them wins" not in text


def test_every_recommendation_names_three_next_steps_with_owner_and_effort() -> None:
    steps = recommendation_table().first_steps
    assert set(steps) == set(get_args(Recommendation))
    assert all(len(ids) >= 3 and set(ids) <= {kind.id for kind in preparation_kinds()} for ids in steps.values())
    critical = WorkflowConfig(id="w", criticality=("customer-facing",))
    got = advise(critical, TeamConfig(engineers=5, on_call=True), found(*("platform",) * 4))  # type: ignore[arg-type]
    named = [r for r in got.reasons if r.startswith("Next ")]
    assert len(named) == 3 and named[0].startswith("Next 1: Write each workflow down") and "(business owner, 3 days)" in named[0]


def test_what_answers_call_for_comes_before_the_first_steps() -> None:
    critical = WorkflowConfig(id="w", criticality=("customer-facing",))
    given = responses(answer("accountability.who", "nobody"))
    got = advise(critical, TeamConfig(engineers=5, on_call=True), found(*("platform",) * 4), given)  # type: ignore[arg-type]
    named = [r for r in got.reasons if r.startswith("Next ")]
    assert "asked:" in named[0] and len(named) == 3 and "asked:" not in named[2]


def test_where_no_vendor_holds_anything_there_is_nothing_to_do_first() -> None:
    got = advise(WorkflowConfig(id="w"), TeamConfig(), found(*("owned",) * 4))  # type: ignore[arg-type]
    assert not [r for r in got.reasons if r.startswith("Next ")]
