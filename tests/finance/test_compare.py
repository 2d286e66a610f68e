"""Break-even, payback, fairness, regret, tornado, scenarios."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from lockin_audit.core.errors import DataError

Study = Callable[..., Any]
CHEAP_OWNED = {
    "assumptions": {
        "owned.run_fte": {"value": 0.3, "low": 0.2, "high": 0.5}, "owned.on_call_fte": 0.05, "managed.run_fte": 0.25,
        "owned.idle_held": 0, "owned.utilisation": 0.7, "owned.vcpus": 0.5, "owned.memory_gib": 0.5, "repository.active_hours": 2,
        "repository.sessions_per_month": 30_000,
    }
}  # fmt: skip
COPILOT = {
    "option": [{"id": "managed", "kind": "managed", "product": "microsoft.copilot_studio"}, {"id": "owned", "kind": "owned"}],
    "assumptions": {"repository.sessions_per_month": 15_000, "owned.run_fte": 0.4},
}


def saving(study: Study, config: dict[str, Any], scale: float) -> float:
    return float(study(config, {"volume.scale": scale}).comparison.saving_npv)


def bisect(study: Study, config: dict[str, Any], low: float, high: float) -> float:
    rising = saving(study, config, high) > 0
    for _ in range(26):
        middle = (low + high) / 2
        low, high = (low, middle) if (saving(study, config, middle) > 0) == rising else (middle, high)
    return (low + high) / 2


def test_the_break_even_volume_equals_bisection(study: Study) -> None:
    done = study(CHEAP_OWNED)
    (sessions,) = done.comparison.break_even_sessions
    scale = bisect(study, CHEAP_OWNED, 0.1, 30)
    assert sessions == pytest.approx(30_000 * scale, rel=1e-6)
    assert saving(study, CHEAP_OWNED, sessions / 30_000) == pytest.approx(0, abs=0.01)


def test_with_packs_every_crossing_is_found(study: Study) -> None:
    done = study(COPILOT)
    found = done.comparison.break_even_sessions
    assert found and any("scan" in note for note in done.comparison.notes)
    for sessions in found:
        below, above = (saving(study, COPILOT, sessions / 15_000 * factor) for factor in (1 - 1e-6, 1 + 1e-6))
        assert (below > 0) != (above > 0)


def test_the_break_even_does_not_depend_on_the_volume_stated(study: Study) -> None:
    (one,) = study(CHEAP_OWNED).comparison.break_even_sessions
    (two,) = study(CHEAP_OWNED, {"volume.scale": 3}).comparison.break_even_sessions
    assert one == pytest.approx(two, rel=1e-9)
    assert study(CHEAP_OWNED, {"volume.scale": 0}).comparison.break_even_sessions == ()


def test_identical_managed_options_save_nothing(study: Study) -> None:
    config = {
        "option": [{"id": "one", "kind": "managed"}, {"id": "two", "kind": "managed"}],
        "compare": {"from": "one", "to": "two"},
    }
    done = study(config, draws=300)
    assert done.comparison.saving_npv == 0 and set(done.simulation.probability_by_month) != set()
    assert done.options["one"].monthly == done.options["two"].monthly
    assert done.comparison.break_even_sessions == ()


def test_an_owned_stack_with_the_same_inputs_saves_nothing(study: Study) -> None:
    """No building, no platform on either side, the same people: the two kinds use the same lines."""
    base = {a.id: a for a in study().assumptions}
    sets = {id: 0.0 for id in base if id.startswith("owned.") and id.rpartition(".")[2] in (
        "build_days", "build_months", "migration_days", "dual_months", "engine_plan_per_month", "actions_per_session", "actions_per_step",
        "vcpus", "memory_gib", "database_servers", "gateway_per_month", "hosting_per_month",
    )}  # fmt: skip
    sets["price.anthropic.managed_agents.session_hours"] = 0.0
    sets |= {id: base["managed." + id[6:]].value for id in base if id.startswith("owned.") and "managed." + id[6:] in base}
    done = study(sets=sets)
    assert done.comparison.saving_npv == pytest.approx(0, abs=1e-6)
    assert done.options["owned"].monthly == pytest.approx(done.options["managed"].monthly, rel=1e-12)
    # Both have the routing lever, at the same strength.
    assert base["managed.routing_access"].value == base["owned.routing_access"].value == 1


def test_payback_and_rate_of_return(study: Study) -> None:
    config = {
        **CHEAP_OWNED,
        "assumptions": {**CHEAP_OWNED["assumptions"], "owned.build_days": 20, "owned.migration_days": 5, "owned.build_months": 1},
    }
    done = study(config, {"volume.scale": 8})
    c = done.comparison
    managed, owned = done.options["managed"].monthly, done.options["owned"].monthly
    so_far, months = 0.0, []
    for month, (a, b) in enumerate(zip(managed, owned, strict=True), 1):
        so_far += a - b
        months += [month] if so_far >= 0 else []
    assert c.payback_month == c.sustained_payback_month == months[0] > 1
    assert c.discounted_payback_month >= c.payback_month
    assert c.irr_annual is not None and c.irr_annual > 0
    assert c.saving_total == pytest.approx(so_far)
    rate = (1 + c.irr_annual) ** (1 / 12)
    flows = [a - b for a, b in zip(managed, owned, strict=True)]
    assert sum(f / rate**m for m, f in enumerate(flows)) == pytest.approx(0, abs=1e-6 * sum(map(abs, flows)))


def test_no_payback_is_said_in_words(study: Study) -> None:
    c = study().comparison
    assert c.payback_month is None and c.irr_annual is None and c.break_even_sessions == ()
    assert len(c.notes) == 3


def test_the_tornado_flexes_one_input_at_a_time(study: Study) -> None:
    done = study()
    assert [abs(b.high - b.low) for b in done.tornado] == sorted((abs(b.high - b.low) for b in done.tornado), reverse=True)
    for bar in done.tornado[:3]:
        assert study(sets={bar.id: bar.input_low}).comparison.saving_npv == pytest.approx(bar.low, rel=1e-12)
        assert study(sets={bar.id: bar.input_high}).comparison.saving_npv == pytest.approx(bar.high, rel=1e-12)


def test_regret_is_cost_above_the_best(study: Study) -> None:
    r = study().regret
    assert r.scenarios[0] == "base" and {"price_up_50", "low_volume", "high_volume", "vendor_exit"} <= set(r.scenarios)
    for place, scenario in enumerate(r.scenarios):
        costs = {id: study(scenario=scenario).options[id].npv for id in r.npv}
        assert {id: row[place] for id, row in r.npv.items()} == pytest.approx(costs)
        assert {id: row[place] for id, row in r.regret.items()} == pytest.approx({id: c - min(costs.values()) for id, c in costs.items()})


def test_a_scenario_applies_on_top_of_what_is_set(study: Study) -> None:
    config = {
        "scenario": [
            {"id": "spike", "multiply": {"repository.sessions_per_month": 2, "price.anthropic.*": 1.5}, "set": {"owned.run_fte": 3}}
        ]
    }
    found = {a.id: a for a in study(config, {"repository.sessions_per_month": 100}, scenario="spike").assumptions}
    assert found["repository.sessions_per_month"].value == 200
    assert found["price.anthropic.managed_agents.session_hours"].value == pytest.approx(0.12)
    assert found["price.temporal.cloud.actions"].value == 50
    assert (found["owned.run_fte"].low, found["owned.run_fte"].high) == (3, 3)
    assert "spike" in found["owned.run_fte"].source


@pytest.mark.parametrize(
    ("config", "scenario", "words"),
    [
        ({}, "doom", "Known: base"),
        ({"scenario": [{"id": "x", "multiply": {"repository.nothing": 2}}]}, "base", "not an assumption"),
        ({"scenario": [{"id": "x", "set": {"owned.run_ftes": 2}}]}, "base", "owned.run_fte"),
        ({"scenario": [{"id": "x", "multiply": {"nothing.*": 2}}]}, "base", "not an assumption"),
        ({"scenario": [{"id": "x", "multiply": {"owned.run_fte": -1}}]}, "base", "negative"),
        ({"scenario": [{"id": "base"}]}, "base", "another id"),
        ({"scenario": [{"id": "x", "multiply": {"repository.success_rate": 2}}]}, "x", "at most 1"),
    ],
)
def test_a_scenario_that_makes_no_sense_is_refused(study: Study, config: dict[str, Any], scenario: str, words: str) -> None:
    with pytest.raises(DataError, match=words):
        study(config, scenario=scenario)


def test_more_of_what_costs_never_makes_an_option_cheaper(study: Study) -> None:
    base = study()
    helps = (
        "cached_share",
        "utilisation",
        "days_per_year",
        "saving",
        "model_life_months",
        "routing_access",
        "max_retries",
        "discount_rate",
    )
    skip = (*helps, "defer_months", "live", "plan", "switch", "exit_month", "self_hosted", "lockin_months", "build_months")
    for a in base.assumptions:
        if a.id.endswith(skip):
            continue
        more = study(sets={a.id: min(a.value * 1.1 + 0.01, a.maximum if a.maximum is not None else math.inf)})
        for id, option in base.options.items():
            assert more.options[id].total >= option.total - 1e-6, (a.id, id)


def test_a_payback_that_does_not_last() -> None:
    """The first payback is in month 2, the saving is lost again in month 3 and back for good in month 5."""
    from lockin_audit.finance.evaluate import evaluate_floats
    from lockin_audit.finance.expression import parse
    from lockin_audit.finance.lines.result import SAVING
    from lockin_audit.finance.model import Line, Model

    flows = (-10, 12, -5, 1, 6, 3)
    lines = [Line("month", "Month", "month", parse("prev(month) + 1")), Line("discount", "Factor", "factor", parse("1.01 ** -month"))]
    steps = [f"if_(month == {month}, {flow}, 0)" for month, flow in enumerate(flows, 1)]
    lines.append(Line("saving.cash", "Saving", "USD", parse(f"sum({', '.join(steps)})")))
    wanted = (
        "cumulative",
        "discounted",
        "paid_back",
        "unpaid_month",
        "payback_month",
        "last_unpaid",
        "sustained_payback_month",
        "sign",
        "turn",
        "turns",
        "irr_monthly",
    )
    lines += [Line(f"saving.{d.key}", d.label, d.unit, parse(d.formula), d.over) for d in SAVING if d.key in wanted]
    model = Model((), tuple(lines), (), {}, len(flows), "end", None)
    done = evaluate_floats(model, {})
    assert done["saving.cumulative"] == (-10, 2, -3, -2, 4, 7)
    assert done["saving.payback_month"] == (2,) and done["saving.sustained_payback_month"] == (5,)
    assert done["saving.turns"] == (3,) and math.isnan(done["saving.irr_monthly"][0])
