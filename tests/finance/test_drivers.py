"""Drivers that are laid out where somebody sets them, each against figures worked by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from lockin_audit.core.config import Config
from lockin_audit.finance.assumptions import resolve_assumptions
from lockin_audit.finance.build import build_model
from lockin_audit.finance.compare import break_even_sessions
from lockin_audit.finance.evaluate import evaluate_arrays, evaluate_floats, values_of
from lockin_audit.finance.lines.levers import OF_STUDY, OF_WORKFLOWS
from lockin_audit.finance.model import Model
from lockin_audit.prices.bill import bill
from lockin_audit.prices.book import PriceBook, load_book
from lockin_audit.prices.quantity import quantity

Study = Callable[..., Any]
AS_OF = date(2026, 11, 21)
STILL = {"repository.growth_per_month": 0, "people.wage_inflation": 0, "repository.failure_rate": 0, "repository.sessions_per_month": 1000}


def lines_of(study: Study, option: str = "managed", config: dict[str, Any] | None = None, **sets: float) -> dict[str, float]:
    done = study(config, {**STILL, **{k.replace("__", "."): v for k, v in sets.items()}})
    return {key: row[-1] for key, row in done.options[option].lines.items()}


def inputs_of(study: Study, **sets: float) -> dict[str, float]:
    return {a.id: a.value for a in study(sets={**STILL, **{k.replace("__", "."): v for k, v in sets.items()}}).assumptions}


def test_a_driver_nobody_sets_leaves_no_line_and_no_input(study: Study) -> None:
    ends = {id.rpartition(".")[2] for id in (*sum(OF_STUDY.values(), ()), *sum(OF_WORKFLOWS.values(), ()))}
    assert not ends & {a.id.rpartition(".")[2] for a in study().assumptions}


def ids_of_levers() -> list[str]:
    """Every input of a driver, as an id of the study without a config."""
    single = [f"repository.{key}" for keys in OF_WORKFLOWS.values() for key in keys]
    shared = [key for keys in OF_STUDY.values() for key in keys]
    owners = {key: "repository" if key.startswith("escalation") else "owned" for key in shared}
    return single + [key if "." in key else f"{owners[key]}.{key}" for key in shared]


@pytest.mark.parametrize("id", ids_of_levers())
def test_every_input_of_a_driver_switches_it_on(book: PriceBook, id: str) -> None:
    resolved = resolve_assumptions(Config(), None, book, AS_OF, {id: 1.0})
    assert id in {a.id for a in resolved.assumptions}
    model = build_model(Config(), resolved.assumptions)
    assert set(model.inputs) == {a.id for a in resolved.assumptions}


def test_concurrency_follows_from_littles_law(study: Study, book: PriceBook) -> None:
    """1,000 sessions a month of 0.5 + 1.5 hours: 2,000 session-hours over 730 hours are 2.74 at a time, four times that at the peak."""
    sets = {**STILL, "repository.active_hours": 0.5, "repository.idle_hours": 1.5, "repository.peak_factor": 4}
    resolved = resolve_assumptions(Config(), None, book, AS_OF, sets)
    figures = evaluate_floats(build_model(Config(), resolved.assumptions), values_of(resolved.assumptions))
    assert figures["repository.concurrency"][0] == pytest.approx(2000 / 730)
    assert figures["repository.peak_concurrency"][0] == pytest.approx(8000 / 730)
    assert figures["repository.starts_per_minute"][0] == pytest.approx(4000 / 730 / 60)
    assert figures["managed.limit_starts_use"][0] == pytest.approx(4000 / 730 / 60 / 300)


def test_a_documented_limit_that_is_exceeded_is_a_warning_until_it_is_raised(study: Study) -> None:
    config = {"option": [{"id": "core", "kind": "managed", "product": "aws.agentcore_runtime"}]}
    sets = {**STILL, "repository.sessions_per_month": 10_000, "repository.active_hours": 730, "repository.idle_hours": 0}
    quiet = study(config, {**sets, "repository.peak_factor": 1, "core.limit_sessions": 10_000}).warnings
    assert not any("documented limit" in w for w in quiet)
    (warning,) = (w for w in study(config, {**sets, "repository.peak_factor": 1}).warnings if "documented limit" in w)
    assert "exceed the documented limit of 5,000 from month 1 on and reach 10,000" in warning
    assert "bedrock-agentcore-limits" in warning and "2026-11-21" in warning and "set core.limit_sessions" in warning


def test_escalation_seats_storage_and_upgrades(study: Study) -> None:
    sets = {"repository__escalation_share": 0.02, "repository__escalation_minutes": 30, "people__specialist_hour": 100}
    assert lines_of(study, **sets)["escalations"] == pytest.approx(1000 * 0.02 * 0.5 * 100)
    assert lines_of(study, managed__seat_users=40, managed__seat_price=15)["user_seats"] == pytest.approx(600)
    kept = {"managed__state_gb_per_session": 0.01, "managed__state_months": 12, "managed__storage_price": 0.023}
    assert lines_of(study, **kept)["storage"] == pytest.approx(1000 * 0.01 * 12 * 0.023)
    first = study(sets={**STILL, **{k.replace("__", "."): v for k, v in kept.items()}}).options["managed"].lines["storage"][0]
    assert first == pytest.approx(1000 * 0.01 * 0.023)
    day = inputs_of(study)["people.engineer_year"] / 212
    assert lines_of(study, "owned", owned__upgrade_days_per_year=24)["upgrades"] == pytest.approx(2 * day)


@pytest.mark.parametrize(("least", "share"), [(0, 0.1), (100, 0.1), (1_000_000, 0.1), (500, 0)])
def test_a_support_plan_costs_the_greater_of_a_least_fee_and_a_share_of_the_bills(study: Study, least: float, share: float) -> None:
    lines = lines_of(study, managed__support_per_month=least, managed__support_share=share)
    bills = sum(lines[key] for key in ("tokens", "runtime", "web_search", "traces"))
    assert lines["support"] + lines["support_use"] == pytest.approx(max(least, share * bills))


def test_a_plan_of_the_workflow_engine_has_a_least_fee_and_a_share_of_use(study: Study) -> None:
    sets = {"repository__sessions_per_month": 1_000_000, "owned__engine_plan_per_month": 500, "owned__engine_plan_share": 0.1}
    lines = lines_of(study, "owned", **sets)
    assert lines["engine_base"] + lines["engine_plan_use"] == pytest.approx(max(500, 0.1 * lines["engine"]))


def test_staff_is_at_least_the_upkeep_and_the_on_call_floor(study: Study) -> None:
    year = inputs_of(study)["people.engineer_year"]
    sets = {"owned__build_days": 2120, "owned__upkeep_share": 0.2, "owned__run_fte": 0.5}
    assert lines_of(study, "owned", **sets)["run_people"] == pytest.approx(2 * year / 12)
    assert lines_of(study, "owned", **{**sets, "owned__run_fte": 3})["run_people"] == pytest.approx(3 * year / 12)
    assert lines_of(study, "owned", owned__on_call_floor=2, owned__on_call_fte=0.2)["on_call"] == pytest.approx(2 * year / 12)
    assert lines_of(study, "owned", owned__on_call_floor=2, owned__on_call_fte=3)["on_call"] == pytest.approx(3 * year / 12)


def test_a_missing_rota_is_pointed_out_until_its_cost_is_stated(study: Study) -> None:
    config: dict[str, Any] = {"team": {"on_call": False}}
    assert any("No rota exists" in w and "owned.on_call_floor" in w for w in study(config).warnings)
    assert not any("rota" in w for w in study({**config, "assumptions": {"owned.on_call_floor": 1}}).warnings)
    assert not any("rota" in w for w in study({"team": {"on_call": True}}).warnings)


def test_incidents_by_rate_detection_diagnosis_and_affected_cases(study: Study) -> None:
    sets = {"managed__incidents_per_year": 2, "managed__incident_days": 11, "managed__detection_days": 28, "volume__affected_share": 0.1}
    lines = lines_of(study, managed__incident_charges=5000, people__case_cost=60, **sets)
    day = inputs_of(study)["people.engineer_year"] / 212
    assert lines["incidents"] == pytest.approx(2 / 12 * (11 * day + 5000))
    assert lines["incident_cases"] == pytest.approx(2 / 12 * 1000 / 30.4 * 28 * 0.1 * 60)


AGREED = {"product": "anthropic.managed_agents", "discount": 0.2, "source": "order 7"}


@pytest.mark.parametrize(
    ("promised", "beyond"), [(1e-6, "discounted"), (300, "discounted"), (10_000, "discounted"), (300, "list"), (10_000, "list")]
)
def test_a_promised_spend_is_paid_in_any_case(promised: float, beyond: str) -> None:
    """max(promise, list x (1 - discount)), and beyond the promise list price where the contract says so."""
    option = {"id": "managed", "kind": "managed", "product": "anthropic.managed_agents"}
    config = Config.model_validate({"option": [option], "price": [{**AGREED, "commitment": promised, "beyond": beyond}]})
    sets = {**STILL, "repository.web_searches": 2}
    book = load_book(overrides=config.prices)
    resolved = resolve_assumptions(config, None, book, AS_OF, sets)
    model = build_model(config, resolved.assumptions)
    row = evaluate_floats(model, values_of(resolved.assumptions))
    used = sum(row[f"managed.{key}"][0] for key in ("tokens", "runtime", "web_search"))
    extra = sum(row[line.id][0] for line in model.costs("managed") if line.key.startswith("commitment_"))
    over = max(0.0, used - promised) * 0.2 / 0.8 if beyond == "list" else 0.0
    assert used + extra == pytest.approx(max(promised, used) + over)
    assert row["managed.commitment_1_shortfall"][0] == pytest.approx(max(0, promised - used))


def test_a_promise_bends_the_line_so_that_every_crossing_is_listed(study: Study) -> None:
    """Paid in full whatever the use, the promise makes few and many sessions dearer, each crossing equal cost to the cent."""
    config = Config.model_validate(
        {
            "option": [{"id": "managed", "kind": "managed", "product": "anthropic.managed_agents"}, {"id": "owned", "kind": "owned"}],
            "price": [{**AGREED, "commitment": 60_000}],
        }
    )
    book = load_book(overrides=config.prices)
    sets = {"owned.run_fte": 1.0, "routing.saving": 0.3, "managed.routing_access": 0, "owned.build_days": 50}
    resolved = resolve_assumptions(config, None, book, AS_OF, {**STILL, **sets})
    model, inputs = build_model(config, resolved.assumptions), values_of(resolved.assumptions)
    crossings = break_even_sessions(model, inputs)
    assert len(crossings) >= 2
    for sessions in crossings:
        row = evaluate_floats(model, {**inputs, "volume.scale": sessions / 1000})
        assert abs(row["saving.npv"][0]) < 1e-6 * row["managed.npv"][0]


def test_a_promise_beyond_any_use_is_no_straight_line_of_fixed_cost(study: Study) -> None:
    config = Config.model_validate(
        {
            "option": [{"id": "managed", "kind": "managed", "product": "anthropic.managed_agents"}, {"id": "owned", "kind": "owned"}],
            "price": [{**AGREED, "commitment": 1e9}],
        }
    )
    resolved = resolve_assumptions(config, None, load_book(overrides=config.prices), AS_OF, STILL)
    model, inputs = build_model(config, resolved.assumptions), values_of(resolved.assumptions)
    for sessions in break_even_sessions(model, inputs):
        row = evaluate_floats(model, {**inputs, "volume.scale": sessions / 1000})
        assert abs(row["saving.npv"][0]) < 1e-6 * row["managed.npv"][0]


def with_steps(book: PriceBook, product: str, sets: dict[str, float]) -> tuple[Model, dict[str, float]]:
    """A model with `price_steps`, and its inputs."""
    managed = {"id": "managed", "kind": "managed", "product": product}
    config = Config.model_validate({"cost": {"price_steps": True}, "option": [managed, {"id": "owned", "kind": "owned"}]})
    resolved = resolve_assumptions(config, None, book, AS_OF, {**STILL, **sets})
    return build_model(config, resolved.assumptions), values_of(resolved.assumptions)


@pytest.mark.parametrize(("key", "product", "meter"), [("engine", "temporal.cloud", "actions"), ("traces", "langfuse.cloud", "units")])
def test_steps_of_a_price_cost_what_the_price_book_bills(book: PriceBook, key: str, product: str, meter: str) -> None:
    """The engine's piecewise formulas against the price book's own arithmetic, from nothing to the last published step."""
    model, inputs = with_steps(book, "anthropic.managed_agents", {"owned.trace_units_per_session": 38, "owned.build_months": 0})
    volumes = np.concatenate([[0.0], np.geomspace(100, 5_000_000, 60)])
    row = evaluate_arrays(model, {**inputs, "repository.sessions_per_month": volumes}, {f"owned.{key}", f"owned.{key}_used"})
    for cost, units in zip(row[f"owned.{key}"][-1], row[f"owned.{key}_used"][-1], strict=True):
        exact = bill(book, product, {meter: quantity(Decimal(repr(float(units))))}, as_of=AS_OF)
        line = next(x for x in exact.lines if x.meter == meter)
        assert float(line.amount) == pytest.approx(float(cost), rel=1e-9, abs=1e-6)


def test_a_free_amount_is_taken_off(book: PriceBook) -> None:
    """Agent Engine: 50 vCPU-hours and 100 GiB-hours a month are free."""
    sets = {"repository.active_hours": 0.5, "repository.idle_hours": 0, "managed.vcpus": 1, "managed.memory_gib": 0.1}
    model, inputs = with_steps(book, "google.agent_runtime", sets)
    row = evaluate_floats(model, inputs)
    assert row["managed.runtime_vcpu_used"][0] == pytest.approx(500)
    assert row["managed.runtime_vcpu"][0] == pytest.approx(450 * inputs["price.google.agent_runtime.vcpu_hours"])
    assert row["managed.runtime_memory"][0] == 0
