"""The model as a whole: one formula per line, no dead input, exact and float agree, and hand-worked figures."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.core.config import Config
from lockin_audit.core.errors import DataError
from lockin_audit.finance.arithmetic import exact
from lockin_audit.finance.assumptions import resolve_assumptions
from lockin_audit.finance.build import build_model
from lockin_audit.finance.evaluate import evaluate_exact, evaluate_floats, values_of
from lockin_audit.finance.expression import Name, names, parse, to_excel
from lockin_audit.finance.lines.work import STEPS
from lockin_audit.finance.model import Line, Model, cell_name, input_name
from lockin_audit.prices.book import PriceBook

COPILOT = {
    "workflow": [{"id": "claims"}, {"id": "back-office"}],
    "option": [
        {"id": "copilot", "kind": "managed", "product": "microsoft.copilot_studio"},
        {"id": "claude", "kind": "managed", "product": "anthropic.managed_agents"},
        {"id": "own", "kind": "owned"},
    ],
    "cost": {"horizon_months": 24, "discounting": "end"},
}
MEASURED = {
    "workflow": [{"id": "claims"}],
    "assumptions": {"claims.measured_input_tokens": 5_000, "claims.measured_output_tokens": 4_000},
}
EVERYTHING = {
    "workflow": [{"id": "claims"}, {"id": "back-office"}],
    "option": [
        {"id": "managed", "kind": "managed", "product": "google.agent_runtime"},
        {"id": "mix-ed", "kind": "hybrid", "product": "anthropic.managed_agents", "owned_workflows": ["claims"], "portable": True},
        {"id": "own", "kind": "owned"},
    ],
    "cost": {"currency": "EUR", "price_steps": True},
    "price": [{"product": "anthropic.managed_agents", "discount": 0.1, "commitment": 9000, "beyond": "list", "source": "order 7"}],
    "assumptions": {
        "claims.compaction_tokens": 30_000,
        "back-office.measured_output_tokens": 4_000,
        "back-office.measured_cache_write_1h_tokens": 20_000,
        "routing.steps_per_switch": 3,
        "claims.escalation_share": 0.02,
        **{f"own.{key}": 1.0 for key in ("seat_users", "state_months", "detection_days", "on_call_floor", "upgrade_days_per_year")},
        **{f"own.{key}": 0.1 for key in ("support_share", "engine_plan_share", "upkeep_share", "incident_charges")},
    },
}


def make(book: PriceBook, config: dict[str, Any] | None = None) -> Model:
    settings = Config.model_validate(config or {})
    return build_model(settings, resolve_assumptions(settings, None, book, date(2026, 11, 21)).assumptions)


@pytest.mark.parametrize("config", [None, COPILOT, MEASURED, EVERYTHING, {"cost": {"discounting": "annual-end"}}])
def test_exact_decimals_and_floats_agree_to_the_cent(book: PriceBook, config: dict[str, Any] | None) -> None:
    model = make(book, config)
    inputs = values_of(model.assumptions)
    floats = evaluate_floats(model, inputs)
    decimals = evaluate_exact(model, {id: Decimal(repr(value)) for id, value in inputs.items()})
    assert floats.keys() == decimals.keys() == model.by_id.keys()
    for id, row in floats.items():
        assert len(row) == len(decimals[id]) == (model.horizon if model.by_id[id].over == "month" else 1)
        for ours, theirs in zip(row, decimals[id], strict=True):
            assert (math.isnan(ours) and theirs.is_nan()) or abs(ours - float(theirs)) < 0.005, id


@pytest.mark.parametrize("config", [None, COPILOT, MEASURED, EVERYTHING])
def test_every_formula_fits_a_thumb_and_uses_no_hidden_numbers(book: PriceBook, config: dict[str, Any] | None) -> None:
    model = make(book, config)

    def cell(name: Name) -> str:
        if name.id in model.inputs:
            return input_name(name.id)
        if name.part == "row":
            return "$H$123:$AQ$123"
        return "G123" if name.part == "previous" else "H123" if model.by_id[name.id].over == "month" else "$D$123"

    for line in model.lines:
        excel = to_excel(line.expr, cell)
        assert len(excel) <= 130, (line.id, excel)
        assert excel.count("IF(") - excel.count("IFERROR(") <= 1
        literals = set(re.findall(r"(?<![\w.$])\d+(?:\.\d+)?(?![\w.:])", re.sub(r"in_\w+|\$?[A-Z]+\$?\d+", "", excel)))
        universal = {"0", "1", "2", "12", "60", "100000", "1000000", "0.5", "1.5", "0.01", "0.000000001"}
        assert literals <= universal, (line.id, excel)


@pytest.mark.parametrize("config", [None, COPILOT, MEASURED, EVERYTHING])
def test_no_input_is_dead(book: PriceBook, config: dict[str, Any] | None) -> None:
    model = make(book, config)
    used = {name.id for line in model.lines for name in names(line.expr)}
    assert {a.id for a in model.assumptions} == used - model.by_id.keys()


def test_cells_have_names_of_their_own(book: PriceBook) -> None:
    model = make(book, COPILOT)
    cells = [input_name(a.id) for a in model.assumptions] + [line.output for line in model.lines if line.output]
    assert len(cells) == len(set(cells))
    assert all(re.fullmatch(r"(in|out)_[a-z0-9_]+", name) for name in cells)
    expected = {"out_copilot_npv", "out_own_total", "out_saving_npv", "out_payback_month", "out_break_even_sessions"}
    assert expected <= set(cells)
    assert cell_name("a-b.c_d") == "a_b_c_d"


def test_the_parts_of_an_option_add_up(book: PriceBook) -> None:
    model = make(book, COPILOT)
    figures = evaluate_floats(model, values_of(model.assumptions))
    for option in model.options:
        for month in range(model.horizon):
            parts = math.fsum(figures[line.id][month] for line in model.costs(option.id))
            assert parts == pytest.approx(figures[f"{option.id}.cost"][month], rel=1e-12)
        assert figures[f"{option.id}.cumulative"][-1] == pytest.approx(figures[f"{option.id}.total"][0], rel=1e-12)


def test_a_line_may_use_only_what_stands_before_it() -> None:
    ok = Line("a", "A", "USD", parse("prev(a) + 1"))
    fields: dict[str, Any] = {"assumptions": (), "options": (), "workflows": {}, "horizon": 3, "discounting": "mid", "compared": None}
    assert evaluate_floats(Model(lines=(ok,), **fields), {})["a"] == (1, 2, 3)
    for bad in (
        (Line("b", "B", "USD", parse("c")), Line("c", "C", "USD", parse("1"))),
        (ok, ok),
        (ok, Line("b", "B", "USD", parse("a"), over="once")),
        (Line("b", "B", "USD", parse("1"), over="once"), Line("c", "C", "USD", parse("total(b)"), over="once")),
    ):
        with pytest.raises(DataError):
            Model(lines=bad, **fields)


def test_recursion_beyond_a_running_sum() -> None:
    lines = (Line("x", "X", "USD", parse("1 + 0.5 * prev(x)")), Line("y", "Y", "USD", parse("x + prev(x)")))
    model = Model(assumptions=(), lines=lines, options=(), workflows={}, horizon=4, discounting="mid", compared=None)
    expected = {"x": (1, 1.5, 1.75, 1.875), "y": (1, 2.5, 3.25, 3.625)}
    assert evaluate_floats(model, {}) == expected
    assert {id: tuple(map(float, row)) for id, row in evaluate_exact(model, {}).items()} == expected


# --- figures worked by hand ------------------------------------------------------------------------------------------------------------

QUIET = {"repository.failure_rate": 0, "repository.growth_per_month": 0, "routing.saving": 0}


def test_ten_thousand_agents_round_the_clock(study: Callable[..., Any]) -> None:
    """10,000 agents × 730 h × 0.08 USD = 584,000 USD a month; a fifth of it where they run a fifth of the time."""
    sets = {**QUIET, "repository.sessions_per_month": 10_000, "repository.active_hours": 730, "repository.idle_hours": 0}
    assert study(sets=sets).options["managed"].lines["runtime"] == (pytest.approx(584_000),) * 36
    sets["repository.active_hours"] = 146
    assert study(sets=sets).options["managed"].lines["runtime"][0] == pytest.approx(116_800)


def test_the_vendors_own_example_of_an_hour(study: Callable[..., Any]) -> None:
    """One hour, 50,000 tokens in at 5 USD and 15,000 out at 25 USD a million: 0.25 + 0.375 + 0.08 = 0.705 USD."""
    config = {
        "cost": {"model": "anthropic/claude-opus-4-5"},
        "assumptions": {"repository.measured_input_tokens": 50_000, "repository.measured_output_tokens": 15_000},
    }
    done = study(config, {**QUIET, "repository.sessions_per_month": 1, "repository.active_hours": 1})
    prices = {a.id: a.value for a in done.assumptions if a.id.startswith("price.anthropic.claude-opus")}
    assert prices["price.anthropic.claude-opus-4-5.input_tokens"] == 5 and prices["price.anthropic.claude-opus-4-5.output_tokens"] == 25
    lines = done.options["managed"].lines
    assert lines["tokens"][0] + lines["runtime"][0] == pytest.approx(0.705)
    assert lines["tokens"][0] == pytest.approx(0.625)


@pytest.mark.parametrize(
    ("credits", "cheapest", "packs", "used"),
    [(20_000, 200, 200, 200), (19_000, 190, 200, 190), (20_001, 200, 200, 200.01), (25_001, 250.01, 400, 250.01), (45_000, 400, 400, 450)],
)
def test_credits_in_packs_and_as_used(study: Callable[..., Any], credits: float, cheapest: float, packs: float, used: float) -> None:
    """A pack is 200 USD for 25,000 credits, a credit 0.01 USD: the first pack pays from 20,000 credits on."""
    config = {"option": [{"id": "copilot", "kind": "managed", "product": "microsoft.copilot_studio"}]}
    sets = {**QUIET, "repository.sessions_per_month": 1, "repository.credits_per_session": credits}
    sets.pop("routing.saving")
    for plan, cost in ((0, cheapest), (1, packs), (2, used)):
        done = study(config, {**sets, "copilot.credit_plan": plan})
        assert done.options["copilot"].lines["platform_credits"][0] == pytest.approx(cost)
        assert done.comparison is None and "tokens" not in done.options["copilot"].lines


def session_tokens(n: int, prefix: float, appended: float, output: float, expired: set[int]) -> tuple[float, float, float]:
    """Step by step: what is read from the cache, written to it, and put out."""
    read = written = out = context = 0.0
    for step in range(n):
        request = prefix + step * (appended + output)
        new = request - context
        if step == 0 or step in expired:
            written += request
        else:
            read += context
            written += new
        context = request
        out += output
    return read, written, out


@settings(max_examples=60)
@given(st.integers(1, 60), st.integers(0, 20_000), st.integers(0, 5_000), st.integers(0, 2_000), st.sampled_from([0.0, 1.0]))
def test_tokens_equal_a_simulation_step_by_step(n: int, prefix: int, appended: int, output: int, expiry: float) -> None:
    ids = ("steps", "prefix_tokens", "appended_tokens", "output_tokens", "cached_share", "cache_expiry_share")
    given_values = dict(zip((f"w.{i}" for i in ids), (n, prefix, appended, output, 1, expiry), strict=True))
    values: dict[str, Any] = {id: Decimal(repr(value)) for id, value in given_values.items()}
    for line in STEPS:
        values[f"w.{line.key}"] = exact(parse(line.formula), lambda name: values[name.id])
    read, written, out = session_tokens(n, prefix, appended, output, set(range(n)) if expiry else set())
    assert (values["w.cache_reads"], values["w.cache_writes"], values["w.output_total"]) == (read, written, out)
    assert values["w.input_total"] == read + written


def test_a_cache_that_expires_sometimes_is_the_mean_of_every_case() -> None:
    n, q = 5, 0.3
    given_values = {
        "steps": n,
        "prefix_tokens": 900,
        "appended_tokens": 70,
        "output_tokens": 11,
        "cached_share": 1,
        "cache_expiry_share": q,
    }
    values: dict[str, Any] = {f"w.{id}": Decimal(repr(value)) for id, value in given_values.items()}
    for line in STEPS:
        values[f"w.{line.key}"] = exact(parse(line.formula), lambda name: values[name.id])
    mean = 0.0
    for mask in range(2 ** (n - 1)):
        expired = {step for step in range(1, n) if mask >> (step - 1) & 1}
        weight = q ** len(expired) * (1 - q) ** (n - 1 - len(expired))
        mean += weight * session_tokens(n, 900, 70, 11, expired)[1]
    assert float(values["w.cache_writes"]) == pytest.approx(mean)


def test_a_whole_study_worked_by_hand(study: Callable[..., Any]) -> None:
    """The plain model again, as a loop over months with nothing shared with the engine."""
    done = study()
    v = {a.id.replace("repository.", ""): a.value for a in done.assumptions}
    f, retries = v["failure_rate"], v["max_retries"]
    work = 1 + v["failed_attempt_share"] * ((1 - f ** (retries + 1)) / (1 - f) - 1)
    n, p, d, q = v["steps"], v["prefix_tokens"], v["appended_tokens"] + v["output_tokens"], v["cache_expiry_share"]
    inputs = n * p + d * n * (n - 1) / 2
    writes = p + d * (n - 1) + q * ((n - 1) * p + d * (n - 1) * (n - 2) / 2)
    model = "price.anthropic.claude-sonnet-5."
    attempt = (
        (inputs - writes) * v[model + "cache_read_tokens"]
        + writes * v[model + "cache_write_5m_tokens"]
        + n * v["output_tokens"] * v[model + "output_tokens"]
    ) / 1e6
    day = v["people.engineer_year"] / v["people.days_per_year"]

    def running(o: str, month: int) -> float:
        sessions = v["sessions_per_month"] * (1 + v["growth_per_month"]) ** (month - 1)
        wages = (1 + v["people.wage_inflation"]) ** ((month - 1) / 12)
        minutes = v["review_share"] * v["review_minutes"] + f ** (retries + 1) * v["failure_minutes"]
        people = (v[f"{o}.run_fte"] + v[f"{o}.on_call_fte"]) * v["people.engineer_year"] / 12
        incident = v[f"{o}.incident_days"] * day + v[f"{o}.affected_cases"] * v["people.case_cost"]
        people += v[f"{o}.incidents_per_year"] / 12 * incident + v[f"{o}.swap_days"] * day / v["market.model_life_months"]
        people += sessions * minutes / 60 * v["people.reviewer_hour"]
        cost = people * wages + sessions * attempt * work * (1 - v["routing.saving"])
        cost += sessions * v[f"{o}.trace_units_per_session"] * v["price.langfuse.cloud.units"] / 1e5
        cost += v[f"{o}.observability_per_month"] + v[f"{o}.support_per_month"]
        if o == "managed":
            return cost + sessions * work * v["active_hours"] * v["price.anthropic.managed_agents.session_hours"]
        actions = sessions * work * (v["owned.actions_per_session"] + v["owned.actions_per_step"] * n)
        hours = sessions * work * (v["active_hours"] + v["owned.idle_held"] * v["idle_hours"])
        hour = v["owned.vcpus"] * v["price.e2b.sandbox.vcpu_seconds"] + v["owned.memory_gib"] * v["price.e2b.sandbox.gib_seconds"]
        servers = v["owned.database_servers"] * v["price.microsoft.postgresql.server_hours"] * v["calendar.hours_per_month"]
        each = servers + v["owned.gateway_per_month"] + v["owned.hosting_per_month"]
        cost += actions * v["price.temporal.cloud.actions"] / 1e6 + v["owned.engine_plan_per_month"]
        return cost + hours * hour / v["owned.utilisation"] + each * v["owned.environments"]

    start, dual = int(v["owned.build_months"]), int(v["owned.dual_months"])
    managed, owned = [], []
    for month in range(1, 37):
        wages = (1 + v["people.wage_inflation"]) ** ((month - 1) / 12)
        managed.append(running("managed", month))
        cost = managed[-1] if month <= start else managed[-1] * v["owned.dual_share"] if month <= start + dual else 0.0
        cost += running("owned", month) if month > start else 0.0
        if month <= start:
            cost += (v["owned.build_days"] + v["owned.migration_days"]) * day * wages / start
        owned.append(cost)
    rate = v["finance.discount_rate"]
    for id, row in (("managed", managed), ("owned", owned)):
        assert done.options[id].monthly == pytest.approx(row, rel=1e-12)
        npv = sum(c * (1 + rate) ** -((m + 0.5) / 12) for m, c in enumerate(row))
        assert done.options[id].npv == pytest.approx(npv, rel=1e-12)
        assert done.options[id].total == pytest.approx(sum(row), rel=1e-12)


@pytest.mark.parametrize(
    ("discounting", "factor"),
    [("mid", lambda m: 1.1 ** -((m - 0.5) / 12)), ("end", lambda m: 1.1 ** -(m / 12)), ("annual-end", lambda m: 1.1 ** -math.ceil(m / 12))],
)
def test_where_in_its_period_a_cash_flow_falls(study: Callable[..., Any], discounting: str, factor: Callable[[int], float]) -> None:
    option = study({"cost": {"discounting": discounting}}).options["managed"]
    assert option.npv == pytest.approx(sum(c * factor(m) for m, c in enumerate(option.monthly, 1)), rel=1e-12)
