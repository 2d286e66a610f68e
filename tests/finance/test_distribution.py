"""Draws: percentiles and means as stated, within the bounds."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.core.assumption import Assumption, Distribution
from lockin_audit.core.config import Config
from lockin_audit.finance.distribution import counted, ends, mean, sampler, varies

EVEN = (np.arange(50_000) + 0.5) / 50_000


def assumption(low: float, value: float, high: float, distribution: Distribution = "pert", unit: str = "u", **more: float) -> Assumption:
    return Assumption(id="x", label="X", value=value, low=low, high=high, unit=unit, basis="assumed", distribution=distribution, **more)


@settings(max_examples=40)
@given(st.floats(-50, 50), st.floats(0.1, 40), st.floats(0, 1), st.sampled_from(["pert", "triangular"]))
def test_low_and_high_are_the_tenth_and_ninetieth_percentile(low: float, width: float, mode: float, distribution: Distribution) -> None:
    drawn = sampler(assumption(low, low + mode * width, low + width, distribution))(EVEN)
    p10, p90 = np.quantile(drawn, [0.1, 0.9])
    assert p10 == pytest.approx(low, abs=2e-3 * width)
    assert p90 == pytest.approx(low + width, abs=2e-3 * width)


def test_the_mean_of_a_pert_is_the_textbook_one() -> None:
    given_ = assumption(10, 20, 60)
    start, end = ends(given_)
    drawn = sampler(given_)(EVEN)
    assert start < 10 < 60 < end
    assert drawn.mean() == pytest.approx((start + 4 * 20 + end) / 6, rel=1e-4)
    assert start <= drawn.min() and drawn.max() <= end


def test_the_mean_of_a_triangular() -> None:
    given_ = assumption(1, 2, 5, "triangular")
    start, end = ends(given_)
    assert sampler(given_)(EVEN).mean() == pytest.approx((start + 2 + end) / 3, rel=1e-4)


def test_a_lognormal_follows_from_its_percentiles() -> None:
    drawn = sampler(assumption(10, 30, 160, "lognormal"))(EVEN)
    assert np.quantile(drawn, [0.1, 0.5, 0.9]) == pytest.approx([10, 40, 160], rel=1e-3)
    sigma = math.log(16) / 2.5631
    assert drawn.mean() == pytest.approx(40 * math.exp(sigma**2 / 2), rel=5e-3)


def test_draws_keep_to_the_bounds() -> None:
    drawn = sampler(assumption(0.0, 0.02, 0.98, minimum=0.0, maximum=1.0))(EVEN)
    assert drawn.min() == 0.0 and drawn.max() <= 1.0


def test_what_does_not_vary() -> None:
    assert not varies(assumption(3, 3, 3))
    assert not varies(assumption(1, 2, 3, "fixed"))
    assert varies(assumption(1, 2, 3))


@settings(max_examples=30)
@given(st.floats(-5, 5), st.floats(0.1, 5), st.floats(0.01, 0.99))
def test_an_event_happens_as_often_as_stated(low: float, width: float, probability: float) -> None:
    event = assumption(low, low, low + width, "bernoulli", probability=probability)
    drawn = sampler(event)(EVEN)
    assert set(drawn.tolist()) == {low, low + width}
    assert (drawn == low + width).mean() == pytest.approx(probability, abs=1e-4)
    assert drawn.mean() == pytest.approx(mean(event), abs=1e-3 * width)


@settings(max_examples=30)
@given(st.floats(0.05, 400), st.sampled_from([12, 36]))
def test_events_are_counted_over_the_horizon(rate: float, months: int) -> None:
    """Mean and variance of a Poisson count over the years, as a rate per year."""
    given_ = counted(assumption(rate, rate, rate, "poisson", "incidents/year"), months)
    drawn, years = sampler(given_)(EVEN), months / 12
    assert given_.exposure == years and varies(given_)
    assert np.allclose(drawn * years, np.round(drawn * years))
    assert drawn.mean() == pytest.approx(rate, rel=2e-3, abs=2e-3)
    assert drawn.var() == pytest.approx(rate / years, rel=2e-2, abs=2e-2)
    assert given_.low <= rate <= given_.high and (drawn <= given_.low).mean() >= 0.1
    assert (drawn <= given_.high).mean() >= 0.9


def test_small_numbers_of_events_by_the_formula() -> None:
    drawn = sampler(assumption(0, 0.7, 2, "poisson"))(EVEN)
    for events in range(4):
        expected = math.exp(-0.7) * 0.7**events / math.factorial(events)
        assert (drawn == events).mean() == pytest.approx(expected, abs=1e-4)


def test_shocks_in_a_study(study: Callable[..., Any]) -> None:
    """The vendor ends the product at half-time in 30% of futures; incidents come as they come; nothing else is uncertain."""
    sure = {a.id: {"value": a.value} for a in study().assumptions if varies(a)}
    shocks = {
        "market.vendor_exit_month": {"value": 0, "low": 0, "high": 18, "distribution": "bernoulli", "probability": 0.3},
        "managed.incidents_per_year": {"value": 2, "distribution": "poisson"},
    }
    done = study({"assumptions": sure | shocks}, draws=20_000)
    found = {a.id: a for a in done.assumptions}
    assert {a.id for a in done.assumptions if varies(a)} == shocks.keys()
    assert found["managed.incidents_per_year"].exposure == 3
    expected = (
        0.7 * done.comparison.saving_npv
        + 0.3 * study({"assumptions": sure | shocks}, {"market.vendor_exit_month": 18}).comparison.saving_npv
    )
    assert done.simulation.mean == pytest.approx(expected, abs=4 * done.simulation.mean_standard_error)
    assert {w.id for w in done.simulation.worth_measuring} <= shocks.keys()


def test_what_is_set_is_certain(study: Callable[..., Any]) -> None:
    config = {"assumptions": {"managed.incidents_per_year": {"value": 2, "distribution": "poisson"}}}
    for done in (
        study(config, {"managed.incidents_per_year": 3}),
        study(config | {"scenario": [{"id": "calm", "set": {"managed.incidents_per_year": 3}}]}, scenario="calm"),
    ):
        found = next(a for a in done.assumptions if a.id == "managed.incidents_per_year")
        assert found.value == 3 and not varies(found)


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ({"value": 0, "distribution": "bernoulli"}, "go together"),
        ({"value": 0, "probability": 0.1}, "go together"),
        ({"value": 0, "distribution": "bernoulli", "probability": 0.1}, "needs low"),
        ({"value": 0, "low": 0, "high": 2, "distribution": "bernoulli", "probability": 1.1}, "less than or equal to 1"),
        ({"value": 1, "low": 0, "high": 2, "distribution": "poisson"}, "range from its value"),
    ],
)
def test_a_shock_that_makes_no_sense_is_refused(given_: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Config.model_validate({"assumptions": {"managed.incidents_per_year": given_}})
