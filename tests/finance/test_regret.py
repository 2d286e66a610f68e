"""Regret over scenarios: worked by hand, and only among options that do the same work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Study = Callable[..., Any]
THREE = {
    "workflow": [{"id": "claims", "name": "Claims"}, {"id": "mail", "name": "Mail"}],
    "option": [
        {"id": "managed", "kind": "managed"},
        {"id": "part", "kind": "owned", "label": "Own the mail", "workflows": ["mail"]},
        {"id": "owned", "kind": "owned"},
    ],
    "compare": {"from": "managed", "to": "owned"},
}


def test_largest_and_expected_regret_by_hand(study: Study) -> None:
    config = {
        "scenario": [
            {"id": "calm", "multiply": {"owned.run_fte": 0.1}, "weight": 3},
            {"id": "storm", "multiply": {"price.anthropic.managed_agents.session_hours": 30}},
        ],
        "assumptions": {"repository.sessions_per_month": 60_000, "owned.run_fte": 0.4},
    }
    r = study(config).regret
    weights = [3.0 if s == "calm" else 1.0 for s in r.scenarios]
    assert r.weights == pytest.approx([w / sum(weights) for w in weights]) and sum(r.weights) == pytest.approx(1)
    for id, row in r.regret.items():
        assert r.largest[id] == max(row)
        assert r.expected[id] == pytest.approx(sum(w * x for w, x in zip(weights, row, strict=True)) / sum(weights))
    assert r.minimax == min(r.largest, key=r.largest.__getitem__)
    assert r.least_expected == min(r.expected, key=r.expected.__getitem__)
    assert r.left_out == {}


def test_an_option_for_some_workflows_is_not_set_beside_those_for_all(study: Study) -> None:
    r = study(THREE).regret
    assert r.npv.keys() == r.regret.keys() == r.largest.keys() == {"managed", "owned"}
    assert r.left_out.keys() == {"part"} and "covers other workflows (Mail)" in r.left_out["part"]
    assert min(min(row) for row in r.regret.values()) == 0


def test_identical_options_have_no_favourite(study: Study) -> None:
    config = {"option": [{"id": "one", "kind": "managed"}, {"id": "two", "kind": "managed"}], "compare": {"from": "one", "to": "two"}}
    r = study(config).regret
    assert r.minimax is None and r.least_expected is None and set(r.largest.values()) == {0.0}


def test_the_warning_says_what_is_left_out(study: Study) -> None:
    assert any("Left out of the regret table: Own the mail" in w for w in study(THREE).warnings)
    assert not any("regret" in w for w in study().warnings)
