"""The map of who is cheaper: it is the model's own saving, and its curve is the break-even of the comparison."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.finance.break_even import crossings
from tests.finance.test_compare import CHEAP_OWNED

Study = Callable[..., Any]


def test_every_point_is_the_saving_of_the_model(study: Study) -> None:
    done = study(CHEAP_OWNED)
    found = done.break_even
    middle = found.prices.index(pytest.approx(1.0))
    assert found.saving[middle][found.sessions.index(pytest.approx(30_000))] == pytest.approx(done.comparison.saving_npv, rel=1e-9)
    price = {id: next(a.value for a in done.assumptions if a.id == id) * found.prices[-1] for id in found.moved}
    dear = study(CHEAP_OWNED, {"volume.scale": found.sessions[0] / 30_000, **price})
    assert found.saving[-1][0] == pytest.approx(dear.comparison.saving_npv, rel=1e-9)
    assert found.sessions_today == pytest.approx(30_000)


def test_the_curve_at_todays_prices_is_the_break_even_volume(study: Study) -> None:
    done = study(CHEAP_OWNED)
    (sessions,) = done.comparison.break_even_sessions
    (read,) = done.break_even.crossings[done.break_even.prices.index(pytest.approx(1.0))]
    assert read == pytest.approx(sessions, rel=0.02)


def test_tokens_and_the_platforms_meters_move_together(study: Study) -> None:
    moved = study(CHEAP_OWNED).break_even.moved
    assert any(id.endswith("_tokens") for id in moved) and any("session_hours" in id for id in moved)
    assert not any("database" in id for id in moved)


def test_without_a_volume_there_is_no_map(study: Study) -> None:
    assert study(CHEAP_OWNED, {"volume.scale": 0}).break_even is None


@given(st.lists(st.floats(-1e9, 1e9, allow_subnormal=False), min_size=2, max_size=40))
def test_one_crossing_for_each_change_of_sign_inside_its_step(saving: list[float]) -> None:
    sessions = [2.0**n for n in range(len(saving))]
    turns = [n for n in range(1, len(saving)) if (saving[n - 1] > 0) != (saving[n] > 0)]
    found = crossings(sessions, saving)
    assert len(found) == len(turns)
    assert all(sessions[n - 1] * (1 - 1e-9) <= x <= sessions[n] * (1 + 1e-9) for n, x in zip(turns, found, strict=True))
