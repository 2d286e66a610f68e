"""Ways to run the agents beyond the plain two: later, portable, with a season; and events of the price book that happen again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lockin_audit.core.config import Config
from lockin_audit.core.errors import DataError

Study = Callable[..., Any]
OPTIONS = {
    "option": [
        {"id": "managed", "kind": "managed", "product": "anthropic.managed_agents"},
        {"id": "portable", "kind": "managed", "product": "anthropic.managed_agents", "portable": True},
        {"id": "owned", "kind": "owned"},
        {"id": "later", "kind": "owned", "defer_months": 6},
    ],
    "compare": {"from": "managed", "to": "owned"},
}
STILL = {"repository.growth_per_month": 0, "people.wage_inflation": 0}


def test_work_put_off_by_six_months_is_the_same_work_six_months_later(study: Study) -> None:
    done = study(OPTIONS, STILL)
    now, later, managed = (done.options[id] for id in ("owned", "later", "managed"))
    assert later.label.endswith("in 6 months")
    assert later.monthly[:6] == pytest.approx(managed.monthly[:6])
    assert later.monthly[6:] == pytest.approx(now.monthly[:30])


def test_a_portable_specification_costs_work_now_and_saves_some_when_leaving(study: Study) -> None:
    sets = {**STILL, "portable.portable_days": 20, "portable.portable_fte": 0, "portable.portable_saves": 0.5}
    done = study(OPTIONS, sets)
    inputs = {a.id: a.value for a in done.assumptions}
    plain, portable = done.options["managed"], done.options["portable"]
    day = inputs["people.engineer_year"] / inputs["people.days_per_year"]
    assert portable.total - plain.total == pytest.approx(20 * day)
    assert portable.exit_liability == pytest.approx(plain.exit_liability / 2)
    gone = study(OPTIONS, sets, scenario="vendor_exit").options
    assert gone["portable"].lines["forced_exit"][17] == pytest.approx(gone["managed"].lines["forced_exit"][17] / 2)
    assert "portability" not in plain.lines


def test_a_busy_season_comes_again_each_year(study: Study) -> None:
    sets = {**STILL, "repository.busy_factor": 3, "repository.busy_from": 11, "repository.busy_months": 2}
    tokens = study(sets=sets).options["managed"].lines["tokens"]
    busy = [month for month, x in enumerate(tokens, 1) if x > 1.5 * tokens[1]]
    assert busy == [11, 12, 23, 24, 35, 36]
    assert tokens[10] == pytest.approx(3 * tokens[1])
    across = study(sets={**sets, "repository.busy_from": 12}).options["managed"].lines["tokens"]
    assert [month for month, x in enumerate(across, 1) if x > 1.5 * across[1]] == [1, 12, 13, 24, 25, 36]
    assert not any("busy" in a.id for a in study().assumptions)


def test_an_event_of_the_price_book_can_happen_again(study: Study) -> None:
    config = {"scenario": [{"id": "again", "shock": "temporal-doubling-2025", "multiply": {"volume.scale": 2}}]}
    plain, again = study(config), study(config, scenario="again")
    price = "price.temporal.cloud.actions"
    first, second = (next(a.value for a in s.assumptions if a.id == price) for s in (plain, again))
    assert second == 2 * first
    with pytest.raises(DataError, match=r"Close: .*temporal-doubling-2025"):
        study({"scenario": [{"id": "x", "shock": "temporal-doubling"}]})
    with pytest.raises(DataError, match="changes no price"):
        study({"scenario": [{"id": "x", "shock": "o3-cut-2025"}]})


def test_a_new_meter_and_a_weaker_dollar(study: Study) -> None:
    plain, metered, weak = (study(scenario=id) for id in ("base", "new_meter", "currency"))
    assert metered.options["managed"].lines["runtime"][0] == pytest.approx(1.25 * plain.options["managed"].lines["runtime"][0])
    assert metered.options["managed"].lines["tokens"] == plain.options["managed"].lines["tokens"]
    assert weak.options["owned"].lines["run_people"][-1] == pytest.approx(1.15 * plain.options["owned"].lines["run_people"][-1])


def test_an_owned_part_without_a_platform_to_start_from_is_pointed_out(study: Study) -> None:
    config = {
        "workflow": [{"id": "a"}, {"id": "b"}],
        "option": [{"id": "all", "kind": "managed"}, {"id": "part", "kind": "owned", "workflows": ["a"]}],
    }
    assert any("until it is in service is left out" in w for w in study(config).warnings)


@pytest.mark.parametrize("option", [{"kind": "owned", "portable": True}, {"kind": "managed", "defer_months": 3}])
def test_keys_of_the_other_kind_are_refused(option: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="belongs to"):
        Config.model_validate({"option": [{"id": "x", **option}]})
