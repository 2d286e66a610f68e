"""The table of recommendations is complete, free of overlap and monotone, and its reasons say what they rest on."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from lockin_audit.assess.recommendation import (
    Capacity,
    CriticalityLevel,
    Leakage,
    advise,
    capacity_level,
    criticality_level,
    leakage_level,
    recommendation_table,
)
from lockin_audit.core.audit import Verdict, VerdictValue
from lockin_audit.core.config import TeamConfig, WorkflowConfig
from lockin_audit.core.evidence import QUESTIONS
from tests.assess.evidence_builder import answer, responses

LEVELS = list(product(get_args(CriticalityLevel), get_args(Leakage), get_args(Capacity)))
TOWARDS_OWNING = ("managed", "managed_portable", "hybrid", "own")


def advice(criticality: str, leakage: str, capacity: str) -> str:
    held = [r for r in recommendation_table().rule if r.holds(criticality, leakage, capacity)]  # type: ignore[arg-type]
    assert len(held) == 1, (criticality, leakage, capacity, [r.id for r in held])
    return held[0].recommendation


def found(*values: VerdictValue) -> dict[object, Verdict]:
    return {q: Verdict(question=q, verdict=v, summary="s", decided_by="r") for q, v in zip(QUESTIONS, values, strict=True)}


def test_exactly_one_row_holds_for_each_combination_and_every_row_is_reached() -> None:
    for level in LEVELS:
        advice(*level)
    assert len({r.id for r in recommendation_table().rule}) == len(recommendation_table().rule)


@pytest.mark.parametrize("capacity", get_args(Capacity))
def test_more_leakage_or_criticality_never_makes_managed_look_better(capacity: str) -> None:
    for criticality in ("prototype", "internal", "critical"):
        path = [advice(criticality, leakage, capacity) for leakage in ("low", "medium", "high")]
        ranks = [TOWARDS_OWNING.index(step) for step in path if step != "unknown"]
        assert ranks == sorted(ranks)
    for leakage in ("low", "medium", "high"):
        path = [advice(criticality, leakage, capacity) for criticality in ("prototype", "internal", "critical")]
        ranks = [TOWARDS_OWNING.index(step) for step in path if step != "unknown"]
        assert ranks == sorted(ranks)


def test_a_stronger_team_never_makes_owning_look_worse() -> None:
    for criticality, leakage in product(("prototype", "internal", "critical"), ("low", "medium", "high")):
        ranks = [TOWARDS_OWNING.index(advice(criticality, leakage, capacity)) for capacity in ("none", "small", "strong")]
        assert ranks == sorted(ranks)


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
