"""The board's question in four numbers: against closed forms and hand figures; and what it must not touch."""

from __future__ import annotations

import math
from collections.abc import Callable
from statistics import NormalDist
from typing import Any

import pytest

from lockin_audit.core.audit import Audit, Days, RebuildItem
from lockin_audit.core.evidence import Dimension, Scan
from lockin_audit.finance.distribution import varies

Study = Callable[..., Any]


def certain(study: Study, **sets: float) -> dict[str, float]:
    return {a.id: a.value for a in study().assumptions if varies(a)} | {k.replace("__", "."): v for k, v in sets.items()}


def test_the_worth_of_the_freedom_is_the_closed_form_where_all_else_is_certain(study: Study) -> None:
    """E[max(0, (1 − q)·S − X)] with q lognormal is a put on q: S·[k·N(−d2) − m·N(−d1)], k = 1 − X/S, m the mean of q."""
    done = study(sets=certain(study, repository__sessions_per_month=100_000.0, managed__exit_days=100.0), draws=20_000)
    inputs = {a.id: a.value for a in done.assumptions}
    option, answer = done.options["managed"], done.board.options["managed"]
    discount = [(1 + inputs["finance.discount_rate"]) ** ((0.5 - month) / 12) for month in range(1, 37)]
    spend = sum(c * d for month, (c, d) in enumerate(zip(option.lines["tokens"], discount, strict=True), 1) if month > 18)
    effort = option.exit_cost_by_month[17] * discount[17]
    mean, deviation = math.exp(inputs["board.drift"] * 1.5), inputs["board.volatility"] * 1.5**0.5
    limit = 1 - effort / spend
    d1 = (math.log(mean / limit) + deviation**2 / 2) / deviation
    n = NormalDist().cdf
    expected = spend * (limit * n(deviation - d1) - mean * n(-d1))
    assert answer.option_value == pytest.approx(expected, abs=4 * answer.option_value_standard_error)
    assert answer.exercised == pytest.approx(n(deviation - d1), abs=0.015)


def test_cost_weeks_and_expectation_by_hand(study: Study) -> None:
    sets = certain(study, managed__exit_days=40.0, managed__lockin_ceiling=2.0, board__engineers=2.0, board__changes_per_year=0.5)
    done = study(sets=sets, draws=200)
    inputs = {a.id: a.value for a in done.assumptions}
    answer = done.board.options["managed"]
    day = inputs["people.engineer_year"] / inputs["people.days_per_year"] * (1 + inputs["people.wage_inflation"]) ** (17 / 12)
    days = 40 * (1 + (1 - math.exp(-18 / 3)))
    assert answer.leaves and not done.board.options["owned"].leaves
    assert answer.switching_cost["p50"] == pytest.approx(days * day)
    assert answer.weeks["p50"] == pytest.approx(days / 2 / 5)
    assert answer.expected_switching_cost == pytest.approx((1 - math.exp(-0.75)) * days * day * 1.1 ** (-17.5 / 12))
    assert done.board.options["owned"].switching_cost["p50"] == pytest.approx(inputs["owned.swap_days"] * day)
    assert done.options["managed"].exit_cost_by_month[17] == pytest.approx(days * day)
    assert done.options["managed"].exit_cost_by_month[-1] == pytest.approx(done.options["managed"].exit_liability)


def test_a_platform_with_several_vendors_models_need_not_be_left(study: Study) -> None:
    config = {"option": [{"id": "core", "kind": "managed", "product": "aws.agentcore_runtime"}, {"id": "own", "kind": "owned"}]}
    assert not study(config, draws=100).board.options["core"].leaves


def test_the_team_of_the_config_sets_the_pace_and_the_audit_the_list(study: Study) -> None:
    item = RebuildItem.model_validate(
        {"item": "x", "runtime": "r", "dimension": Dimension.STATE, "sites": 1, "points": 3.0, "days": Days(low=1, likely=2, high=4)}
    )
    audit = Audit(scan=Scan(sites=(), runtimes=("anthropic.managed_agents",)), sites=(), questions={}, workflows=(), rebuild=(item, item))
    done = study({"team": {"engineers": 4}}, audit=audit, draws=100)
    assert next(a for a in done.assumptions if a.id == "board.engineers").value == 4
    rebuild = done.board.options["managed"].rebuild
    assert (rebuild.items, rebuild.points, rebuild.days_likely) == (2, 6.0, 4.0)
    assert done.board.options["owned"].rebuild.items == 0


def test_the_question_is_beside_the_totals(study: Study) -> None:
    calm, wild = (study(sets={"board.changes_per_year": x, "board.volatility": x}, draws=100) for x in (0.0, 5.0))
    assert calm.options["managed"].npv == wild.options["managed"].npv and calm.simulation == wild.simulation
    assert calm.board.options["managed"].expected_switching_cost == 0
    assert study(draws=0).board is None
    assert study({"cost": {"horizon_months": 12}}, draws=100).board is None


def test_volatility_and_annual_equivalent(study: Study) -> None:
    quiet = {"repository.growth_per_month": 0, "people.wage_inflation": 0, "finance.discount_rate": 0}
    option = study(sets=quiet).options["managed"]
    assert option.volatility.month_to_month == pytest.approx(0, abs=1e-12) and option.volatility.spread is None
    assert option.annual_equivalent == pytest.approx(option.total / 3)
    moving = study(draws=500).options["owned"].volatility
    assert moving.month_to_month > 0 and moving.spread > 0


def test_no_money_of_the_question_is_counted_twice(study: Study) -> None:
    """Leaving dearer raises the cost of changing and the liability at the horizon, and no line, total or saving."""
    cheap, dear = (study(sets=certain(study, managed__exit_days=days), draws=100) for days in (20.0, 60.0))
    a, b = cheap.options["managed"], dear.options["managed"]
    assert b.exit_liability == pytest.approx(3 * a.exit_liability)
    assert dear.board.options["managed"].switching_cost["p50"] > cheap.board.options["managed"].switching_cost["p50"]
    assert (a.lines, a.total, a.npv) == (b.lines, b.total, b.npv) and cheap.comparison == dear.comparison
    assert sum(math.fsum(row) for row in b.lines.values()) == pytest.approx(b.total)
