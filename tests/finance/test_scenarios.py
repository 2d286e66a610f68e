"""Each ready scenario moves what it says and nothing else; scenarios of one's own reach drivers that are not laid out yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lockin_audit.core.errors import DataError

Study = Callable[..., Any]
STEPS = {
    "cost": {"price_steps": True},
    "option": [{"id": "managed", "kind": "managed", "product": "google.agent_runtime"}, {"id": "owned", "kind": "owned"}],
}


def moved(study: Study, scenario: str, config: dict[str, Any] | None = None) -> tuple[dict[str, tuple[float, float]], Any, Any]:
    """Assumptions that differ: before and after; and both studies."""
    base, other = study(config), study(config, scenario=scenario)
    values = {a.id: a.value for a in base.assumptions}
    return {a.id: (values[a.id], a.value) for a in other.assumptions if a.value != values[a.id]}, base, other


@pytest.mark.parametrize(("scenario", "factor"), [("low_volume", 1 / 3), ("high_volume", 3)])
def test_volume(study: Study, scenario: str, factor: float) -> None:
    changes, base, other = moved(study, scenario)
    assert set(changes) == {"repository.sessions_per_month"}
    assert other.options["managed"].lines["tokens"][0] == pytest.approx(factor * base.options["managed"].lines["tokens"][0])
    assert other.options["managed"].lines["run_people"] == base.options["managed"].lines["run_people"]


def test_a_rise_of_half_is_one_of_the_vendors_prices_and_of_tokens(study: Study) -> None:
    changes, base, other = moved(study, "price_up_50")
    assert all(after == pytest.approx(1.5 * before) for before, after in changes.values())
    assert all(id.startswith(("price.anthropic.managed_agents.", "price.anthropic.claude-")) for id in changes)
    for key in ("tokens", "runtime"):
        assert other.options["managed"].lines[key][0] == pytest.approx(1.5 * base.options["managed"].lines[key][0])
    assert other.options["owned"].lines["sandbox"] == base.options["owned"].lines["sandbox"]


def test_a_rise_of_prices_leaves_free_amounts_and_steps_where_they_are(study: Study) -> None:
    changes, _, _ = moved(study, "price_up_50", STEPS)
    assert changes and not any(id.startswith("tier.") for id in changes)


def test_the_end_of_a_product_is_the_work_of_leaving_it_at_half_time(study: Study) -> None:
    changes, base, other = moved(study, "vendor_exit")
    assert changes == {"market.vendor_exit_month": (0, 18)}
    paid = [month for month, cost in enumerate(other.options["managed"].lines["forced_exit"], 1) if cost]
    assert paid == [18] and not any(base.options["managed"].lines["forced_exit"])
    assert "forced_exit" not in other.options["owned"].lines


def test_a_new_meter_is_a_quarter_on_the_platforms_own_prices(study: Study) -> None:
    changes, base, other = moved(study, "new_meter")
    assert all(id.startswith("price.anthropic.managed_agents.") for id in changes)
    assert other.options["managed"].lines["runtime"][0] == pytest.approx(1.25 * base.options["managed"].lines["runtime"][0])
    assert other.options["owned"].lines["tokens"] == base.options["owned"].lines["tokens"]


def test_a_model_leap_is_cheaper_tokens_for_everyone(study: Study) -> None:
    changes, base, other = moved(study, "model_leap")
    assert all(id.endswith("_tokens") for id in changes)
    for option in ("managed", "owned"):
        assert other.options[option].lines["tokens"][-1] == pytest.approx(0.4 * base.options[option].lines["tokens"][-1])


def test_two_engineers_leaving_slows_the_building_and_running_of_the_owned_stack(study: Study) -> None:
    changes, base, other = moved(study, "engineers_leave")
    assert set(changes) == {"owned.build_days", "owned.build_months", "owned.run_fte"}
    assert other.options["owned"].total > base.options["owned"].total
    assert other.options["managed"].total == base.options["managed"].total


def test_a_weaker_dollar_makes_people_paid_elsewhere_dearer(study: Study) -> None:
    changes, base, other = moved(study, "currency")
    assert set(changes) == {"people.engineer_year", "people.reviewer_hour", "people.case_cost"}
    assert other.options["owned"].lines["sandbox"] == base.options["owned"].lines["sandbox"]


def test_a_scenario_of_ones_own_switches_a_driver_on(study: Study) -> None:
    config = {"scenario": [{"id": "rota", "set": {"owned.on_call_floor": 2}}, {"id": "dear", "multiply": {"people.*": 1.2}}]}
    base, rota = study(config), study(config, scenario="rota")
    year = next(a.value for a in base.assumptions if a.id == "people.engineer_year")
    assert rota.options["owned"].lines["on_call"][-1] > 1.9 * year / 12 > base.options["owned"].lines["on_call"][-1]
    assert rota.options["managed"].total == base.options["managed"].total


@pytest.mark.parametrize(
    ("scenario", "words"),
    [
        ({"set": {"repository.session_per_month": 3}}, r"Close: repository\.sessions_per_month"),
        ({"multiply": {"owned.biuld_days": 2}}, r"Close: owned\.build_days"),
        ({"multiply": {"volume.scale": -1}}, "cannot be negative"),
        ({"set": {"repository.success_rate": 1.5}}, "at most 1"),
    ],
)
def test_a_scenario_that_makes_no_sense_is_refused(study: Study, scenario: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError, match=words):
        study({"scenario": [{"id": "x", **scenario}]}, scenario="x")
