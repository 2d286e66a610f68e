"""The growth of lock-in, measured from audits of several days."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.core.audit import Audit, Days, RebuildItem
from lockin_audit.core.config import Config, load_config
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Dimension, Scan
from lockin_audit.finance.lock_in import Growth, fit
from lockin_audit.finance.study import model_of

Study = Callable[..., Any]
DAY = date(2026, 11, 21)


def curve(month: float, top: float, first: float, tau: float) -> float:
    return top - (top - first) * math.exp(-month / tau)


@settings(max_examples=60)
@given(st.floats(5, 50), st.floats(1.2, 6), st.floats(1.5, 20), st.integers(3, 7))
def test_points_on_a_curve_give_the_curve_back(first: float, factor: float, tau: float, count: int) -> None:
    months = [n * 1.7 * tau / count for n in range(count)]
    points = [(7 + m, curve(m, first * factor, first, tau)) for m in months]
    today = months[-1] + 2
    found = fit(points, 7 + today)
    assert isinstance(found, Growth)
    assert found.months == pytest.approx(tau, rel=1e-3)
    assert found.ceiling == pytest.approx(first * factor / curve(today, first * factor, first, tau), rel=1e-3)


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([(0, 1), (1, 2)], "2 of the 3 days"),
        ([(0, 1), (0, 2), (1, 3)], "2 of the 3 days"),
        ([(0, 0), (1, 0), (2, 0)], "nothing"),
        ([(0, 1), (6, 2), (12, 4), (18, 8)], "levelling off"),
    ],
)
def test_points_that_give_no_curve_say_why(points: Any, words: str) -> None:
    found = fit(points, 20)
    assert isinstance(found, str) and words in found


@pytest.mark.parametrize("values", [(9, 9, 9), (9, 7, 6.5)])
def test_what_does_not_grow_has_no_ceiling_above_today(values: Any) -> None:
    found = fit(list(enumerate(values)), 3)
    assert isinstance(found, Growth) and found.ceiling == 1


def dated(*values: float, every: int = 61, last: date = DAY) -> list[dict[str, Any]]:
    return [{"on": (last - timedelta(days=every * (len(values) - n))).isoformat(), "points": v} for n, v in enumerate(values)]


def audit(points: float) -> Audit:
    item = RebuildItem.model_validate(
        {"item": "x", "runtime": "r", "dimension": Dimension.STATE, "sites": 1, "points": points, "days": Days(low=1, likely=2, high=4)}
    )
    return Audit(scan=Scan(sites=(), runtimes=("anthropic.managed_agents",)), sites=(), questions={}, workflows=(), rebuild=(item,))


def test_a_study_measures_its_growth(study: Study) -> None:
    """Two earlier audits and today's: three days."""
    months = [61 * n / (365.25 / 12) for n in range(3)]
    values = [curve(m, 40, 10, 4) for m in months]
    done = study({"lock_in": {"point": dated(*values[:2])}}, audit=audit(values[2]))
    found = {a.id: a for a in done.assumptions}
    assert found["managed.lockin_months"].value == pytest.approx(4, rel=1e-3)
    assert found["managed.lockin_ceiling"].value == pytest.approx(40 / values[2], rel=1e-3)
    assert found["managed.lockin_ceiling"].basis == "measured" and "3 audits" in found["managed.lockin_ceiling"].source
    assert found["owned.lockin_ceiling"].value == 1 and found["owned.lockin_ceiling"].basis == "assumed"
    x = done.options["managed"].exit_cost_by_month
    assert x[11] > x[0]


def test_more_than_three_days_give_a_range(study: Study) -> None:
    wobble = [10.0, 19.5, 25.6, 30.1, 32.2, 35.0]
    found = {a.id: a for a in study({"lock_in": {"point": dated(*wobble)}}).assumptions}
    ceiling = found["managed.lockin_ceiling"]
    assert 1 <= ceiling.low < ceiling.value < ceiling.high and ceiling.distribution == "pert"


def test_with_too_few_days_it_stays_an_assumption_and_says_so(study: Study) -> None:
    done = study({"lock_in": {"point": dated(10)}}, audit=audit(12))
    assert next(a for a in done.assumptions if a.id == "managed.lockin_ceiling").basis == "assumed"
    assert any("stays an assumption: 2 of the 3 days" in w for w in done.warnings)
    assert not any("lock-in" in w for w in study().warnings)


@pytest.mark.parametrize(("points", "words"), [((10.0, 20.0, 25.0), "a curve fitted to earlier audits"), ((10.0,), "an assumed curve")])
def test_the_line_of_the_curve_says_whether_it_was_measured(study: Study, points: tuple[float, ...], words: str) -> None:
    config = {"lock_in": {"point": dated(*points)}}
    done = study(config)
    model = model_of(Config.model_validate(config), done, None)
    assert words in model.by_id["managed.exit_factor"].label
    assert "an assumed curve" in model.by_id["owned.exit_factor"].label, "what grows in an option one owns was never measured"


def test_an_answer_of_the_config_goes_before_the_history(study: Study) -> None:
    done = study({"lock_in": {"point": dated(10, 20, 25)}, "assumptions": {"managed.lockin_ceiling": 7}})
    assert next(a for a in done.assumptions if a.id == "managed.lockin_ceiling").value == 7


def test_files_of_earlier_audits_are_read(tmp_path: Path) -> None:
    items = [{"points": 5, "lists": ["leave_runtime", "swap_model"]}, {"points": 9, "lists": ["swap_model"]}]
    (tmp_path / "audit-2026-05.json").write_text(json.dumps({"schema": "lockin-audit/audit/1", "rebuild": items}))
    study = {"schema": "lockin-audit/study/1", "as_of": "2026-08-31", "audit": {"rebuild": [{"points": 7, "triggers": ["leave_runtime"]}]}}
    (tmp_path / "old.json").write_text(json.dumps(study))
    (tmp_path / "lockin.toml").write_text(
        '[lock_in]\nhistory = ["audit-2026-05.json", "old.json"]\n[[lock_in.point]]\non = 2026-01-31\npoints = 2\n'
    )
    points = load_config(tmp_path / "lockin.toml").config.lock_in.points
    assert [(p.on, p.points) for p in points] == [(date(2026, 1, 31), 2), (date(2026, 5, 1), 5), (date(2026, 8, 31), 7)]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("gone-2026-01.json", None, "no such file"),
        ("a-2026-01.json", "{", "not JSON"),
        ("a-2026-01.json", "[]", "neither an audit"),
        ("a-2026-01.json", '{"schema": "lockin-audit/audit/1", "rebuild": [{"points": "x"}]}', "neither an audit"),
        ("a-2026-13.json", '{"schema": "lockin-audit/audit/1", "rebuild": []}', "no day"),
        ("a.json", '{"schema": "lockin-audit/audit/1", "rebuild": []}', "no day"),
    ],
)
def test_a_history_that_cannot_be_used_is_refused(tmp_path: Path, name: str, text: str | None, words: str) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    (tmp_path / "lockin.toml").write_text(f'[lock_in]\nhistory = ["{name}"]\n')
    with pytest.raises(DataError, match=words):
        load_config(tmp_path / "lockin.toml")
