"""The study as a whole: scope, missing prices, warnings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Scan
from lockin_audit.finance.evaluate import evaluate_floats, values_of
from lockin_audit.finance.study import model_of

Study = Callable[..., Any]


def audit(*runtimes: str) -> Audit:
    return Audit(scan=Scan(sites=(), runtimes=runtimes), sites=(), questions={}, workflows=(), rebuild=())


def test_the_same_inputs_give_the_same_study(study: Study) -> None:
    assert study(draws=200) == study(draws=200)


def test_without_a_config_the_product_is_the_one_the_audit_found(study: Study) -> None:
    assert "runtime" in study().options["managed"].lines
    assert "containers" in study(audit=audit("openai.assistants")).options["managed"].lines
    assert "platform_credits" in study(audit=audit("langchain.langgraph", "microsoft.copilot_studio")).options["managed"].lines


def test_an_option_may_cover_some_workflows(study: Study) -> None:
    config = {
        "workflow": [{"id": "a"}, {"id": "b"}],
        "option": [{"id": "part", "kind": "managed", "workflows": ["a"]}, {"id": "all", "kind": "managed"}],
        "assumptions": {"a.sessions_per_month": 1000, "b.sessions_per_month": 3000},
    }
    done = study(config)
    assert done.comparison is None
    assert done.options["part"].lines["tokens"][0] * 4 == pytest.approx(done.options["all"].lines["tokens"][0])
    assert done.options["part"].cost_per_session > done.options["all"].cost_per_session


def test_a_missing_price_is_said_and_nothing_is_compared(study: Study) -> None:
    done = study(as_of=date(2026, 4, 1), draws=100)
    managed, owned = done.options["managed"], done.options["owned"]
    assert managed.unpriced_lines == ("web_search", "runtime", "traces")
    assert "Runtime fee: no price (price.anthropic.managed_agents.session_hours)." in " ".join(managed.unpriced)
    assert any("2026-04-08" in reason for reason in managed.unpriced)
    assert "current_volume" in owned.unpriced_lines  # it starts on the platform that has no price
    assert done.comparison is None and done.simulation is None and done.regret is None and done.tornado == ()
    assert any("incomplete" in warning for warning in done.warnings)


def test_warnings_count_placeholders_and_old_prices(study: Study) -> None:
    done = study()
    count = sum(a.basis == "default" and not a.id.startswith("price.") for a in done.assumptions)
    assert any(warning.startswith(f"{count} of {len(done.assumptions)} inputs are placeholders") for warning in done.warnings)
    assert any("price.temporal.cloud.actions" in warning for warning in done.warnings)


def test_the_model_of_a_study_gives_its_figures(study: Study) -> None:
    done = study({"cost": {"horizon_months": 12}}, {"owned.run_fte": 0.7})
    model = model_of(Config.model_validate({"cost": {"horizon_months": 12}}), done, None)
    assert model.assumptions == done.assumptions
    assert evaluate_floats(model, values_of(model.assumptions))["owned.npv"] == (done.options["owned"].npv,)


def test_the_vendors_end_is_paid_in_its_month(study: Study) -> None:
    lines = study(scenario="vendor_exit").options["managed"].lines["forced_exit"]
    assert [month for month, cost in enumerate(lines, 1) if cost] == [18]


def test_leaving_grows_dearer_toward_its_ceiling(study: Study) -> None:
    today = study(sets={"managed.lockin_ceiling": 1}).options["managed"].exit_liability
    later = study(sets={"managed.lockin_ceiling": 3}).options["managed"].exit_liability
    assert later == pytest.approx(3 * today, rel=1e-4)  # 36 months are 12 time constants
    short = study({"cost": {"horizon_months": 6}}, {"managed.lockin_ceiling": 2}).options["managed"].exit_liability
    flat = study({"cost": {"horizon_months": 6}}, {"managed.lockin_ceiling": 1}).options["managed"].exit_liability
    assert short / flat == pytest.approx(1.864665, rel=1e-6)  # 1 + (1 − e^−2): the 86% of COSTS, after six months


@pytest.mark.parametrize(("draws", "seed"), [(-1, 1), (10**9, 1), (10, -1)])
def test_absurd_simulations_are_refused(study: Study, draws: int, seed: int) -> None:
    with pytest.raises(DataError):
        study(draws=draws, seed=seed)
