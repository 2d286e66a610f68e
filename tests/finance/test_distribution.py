"""Draws: percentiles and means as stated, within the bounds."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.core.assumption import Assumption, Distribution
from lockin_audit.finance.distribution import ends, sampler, varies

EVEN = (np.arange(50_000) + 0.5) / 50_000


def assumption(low: float, value: float, high: float, distribution: Distribution = "pert", **bounds: float) -> Assumption:
    return Assumption(id="x", label="X", value=value, low=low, high=high, unit="u", basis="assumed", distribution=distribution, **bounds)


@settings(max_examples=40, deadline=None)
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
