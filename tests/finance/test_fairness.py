"""The same inputs give the same cost: no option has a lever, a risk or a price that the other lacks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Study = Callable[..., Any]
TWINS = {
    "option": [
        {"id": "one", "kind": "managed", "product": "anthropic.managed_agents"},
        {"id": "two", "kind": "managed", "product": "anthropic.managed_agents"},
    ],
    "compare": {"from": "one", "to": "two"},
}
BOTH = (
    "routing_access", "trace_units_per_session", "observability_per_month", "support_per_month", "run_fte", "on_call_fte",
    "incidents_per_year", "incident_days", "affected_cases", "swap_days", "exit_days",
)  # fmt: skip
"""Inputs every option has."""
LEVERS: dict[str, dict[str, float]] = {
    "routing": {"routing.share": 0.5, "routing.steps_per_switch": 1},
    "summaries": {"repository.compaction_tokens": 20_000},
    "season": {"repository.busy_factor": 2},
    "escalation": {"repository.escalation_share": 0.05},
    "seats": {"o.seat_users": 20, "o.seat_price": 15},
    "storage": {"o.state_gb_per_session": 0.01, "o.state_months": 12, "o.storage_price": 0.1},
    "support": {"o.support_share": 0.1},
    "upgrades": {"o.upgrade_days_per_year": 20},
    "on call": {"o.on_call_floor": 1},
    "detection": {"o.detection_days": 14, "volume.affected_share": 0.03},
    "charges": {"o.incident_charges": 10_000},
}


def of(option: str, sets: dict[str, float]) -> dict[str, float]:
    return {id.replace("o.", f"{option}.", 1) if id.startswith("o.") else id: value for id, value in sets.items()}


def test_twins_cost_the_same_and_nothing_is_saved(study: Study) -> None:
    done = study(TWINS)
    assert done.comparison.saving_npv == 0 and done.comparison.saving_total == 0
    assert done.options["one"].lines == done.options["two"].lines


@pytest.mark.parametrize("lever", LEVERS)
def test_each_lever_moves_twins_alike(study: Study, lever: str) -> None:
    sets = LEVERS[lever]
    done, plain = study(TWINS, {**of("one", sets), **of("two", sets)}), study(TWINS)
    assert done.comparison.saving_npv == 0
    assert done.options["one"].total != plain.options["one"].total


def own_like_managed(study: Study, more: dict[str, float] | None = None) -> Any:
    """An owned option without a build, without parts of its own, with the managed one's inputs; the runtime free."""
    base = {a.id: a.value for a in study().assumptions}
    sets = {f"owned.{key}": base[f"managed.{key}"] for key in BOTH}
    nothing = (
        "build_days",
        "build_months",
        "migration_days",
        "dual_months",
        "gateway_per_month",
        "hosting_per_month",
        "engine_plan_per_month",
    )
    sets |= {f"owned.{key}": 0 for key in (*nothing, "database_servers", "vcpus", "memory_gib", "actions_per_session", "actions_per_step")}
    sets |= {"price.anthropic.managed_agents.session_hours": 0, "owned.lockin_ceiling": base["managed.lockin_ceiling"]}
    more = more or {}
    if any(id.endswith(".detection_days") for id in more):
        sets.pop("owned.affected_cases")
    return study(sets={**sets, **more})


def test_owned_and_managed_with_the_same_inputs_cost_the_same(study: Study) -> None:
    done = own_like_managed(study)
    assert done.comparison.saving_npv == pytest.approx(0, abs=1e-6)
    managed, owned = done.options["managed"], done.options["owned"]
    assert owned.exit_liability == pytest.approx(managed.exit_liability)
    assert {k for k, row in owned.lines.items() if any(row)} == {k for k, row in managed.lines.items() if any(row)}


@pytest.mark.parametrize("lever", LEVERS)
def test_each_lever_moves_owned_and_managed_alike(study: Study, lever: str) -> None:
    sets = LEVERS[lever]
    done = own_like_managed(study, {**of("managed", sets), **of("owned", sets)})
    assert done.comparison.saving_npv == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("scenario", ["low_volume", "high_volume", "price_up_50", "model_leap", "currency"])
def test_scenarios_of_the_market_move_both_alike(study: Study, scenario: str) -> None:
    done = study(TWINS, scenario=scenario)
    assert done.comparison.saving_npv == 0


def test_retirements_and_incidents_stand_on_both_sides(study: Study) -> None:
    lines = {id: option.lines for id, option in study().options.items()}
    for key in ("model_swaps", "incidents", "on_call", "review"):
        assert all(rows[key][-1] > 0 for rows in lines.values()), key
