"""Inputs drawn together: the correlation asked for comes out, each input keeps its own distribution, nonsense is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pytest

from lockin_audit.core.config import Config
from lockin_audit.core.errors import DataError
from lockin_audit.finance.assumptions import resolve_assumptions
from lockin_audit.finance.build import build_model
from lockin_audit.finance.correlation import copula_of
from lockin_audit.finance.simulate import Draws, simulate
from lockin_audit.prices.book import PriceBook

TWO = {"workflow": [{"id": f"w{n}"} for n in range(9)], "option": [{"id": o, "kind": "owned"} for o in ("one", "two")]}


def model_of(book: PriceBook, config: Config) -> Any:
    return build_model(config, resolve_assumptions(config, None, book, date(2026, 11, 21)).assumptions)


def ranks(values: Any) -> Any:
    return np.argsort(np.argsort(values))


def test_the_rank_correlation_asked_for_comes_out_and_margins_stay(book: PriceBook) -> None:
    config = Config.model_validate({"correlation": [{"between": ["repository.steps", "repository.review_share"], "rho": -0.6}]})
    model = model_of(book, config)
    copula = copula_of(config, model)
    alone, together = (Draws(model.assumptions, 5, c).take(20_000) for c in (copula_of(Config(), model), copula))
    for first, second, rho in (
        ("repository.steps", "repository.review_share", -0.6),
        ("repository.sessions_per_month", "owned.run_fte", 0.4),
        ("owned.build_days", "owned.run_fte", 0.5),
        ("owned.build_days", "repository.sessions_per_month", 0),
        ("owned.run_fte", "managed.run_fte", 0.16),  # both follow the volume
    ):
        assert np.corrcoef(ranks(together[first]), ranks(together[second]))[0, 1] == pytest.approx(rho, abs=0.025), (first, second)
    assert (together["repository.steps"] == alone["repository.steps"]).all()
    free = Draws(model.assumptions, 5).take(20_000)
    for id in ("repository.review_share", "owned.run_fte"):
        assert np.quantile(together[id], [0.1, 0.5, 0.9]) == pytest.approx(np.quantile(free[id], [0.1, 0.5, 0.9]), rel=0.03)


def test_the_shipped_correlations_hold_with_many_workflows_and_options(book: PriceBook) -> None:
    config = Config.model_validate(TWO)
    model = model_of(book, config)
    drawn = Draws(model.assumptions, 2, copula_of(config, model)).take(20_000)
    total = sum(drawn[f"w{n}.sessions_per_month"] for n in range(9))
    assert np.corrcoef(ranks(total), ranks(drawn["one.run_fte"]))[0, 1] == pytest.approx(0.4, abs=0.05)


def test_chunks_do_not_change_correlated_draws(book: PriceBook) -> None:
    model = model_of(book, Config())
    copula = copula_of(Config(), model)
    runs = [simulate(model, model.assumptions, draws=1_100, seed=3, chunk=chunk, copula=copula) for chunk in (2_048, 500, 123)]
    assert runs[0] == runs[1] == runs[2] and runs[0] is not None and runs[0].correlations


def test_zero_switches_one_off_and_a_fixed_input_is_left_out(book: PriceBook) -> None:
    off = Config.model_validate({"correlation": [{"between": ["owned.run_fte", "owned.build_days"], "rho": 0}]})
    pairs = {(c.first, c.second): c.rho for c in copula_of(off, model_of(book, off)).pairs}
    assert pairs["owned.run_fte", "owned.build_days"] == 0 and ("owned.build_days", "owned.run_fte") not in pairs
    sure = Config.model_validate({"assumptions": {"owned.build_days": 100}})
    assert not any("build_days" in c.first for c in copula_of(sure, model_of(book, sure)).pairs)


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([("repository.steps", "routing.saving", 0.9), ("routing.saving", "repository.review_share", 0.9),
          ("repository.steps", "repository.review_share", -0.9)], "not positive definite"),
        ([("repository.stepz", "routing.saving", 0.1)], r"Close: repository\.steps"),
        ([("routing.saving", "routing.saving", 0.1)], "twice"),
    ],
)  # fmt: skip
def test_impossible_correlations_are_refused(study: Callable[..., Any], pairs: Any, words: str) -> None:
    with pytest.raises(DataError, match=words):
        study({"correlation": [{"between": [a, b], "rho": rho} for a, b, rho in pairs]})


def test_knowing_the_only_uncertain_input_is_worth_knowing_everything(study: Callable[..., Any]) -> None:
    base = study({"assumptions": {"repository.sessions_per_month": 100_000}})
    sure = {a.id: a.value for a in base.assumptions if a.distribution != "fixed" and a.id not in ("routing.saving", "owned.migration_days")}
    sure["managed.routing_access"] = 0
    saving = study(sets=sure).comparison.saving_npv
    end = "managed" if saving < 0 else "owned"
    centred = {**sure, f"{end}.support_per_month": abs(saving) / 28}
    s = study(sets=centred, draws=20_000).simulation
    assert s.worth_measuring[0].id == "routing.saving"
    assert 0 < s.worth_measuring[0].value <= s.evpi * 1.001 and s.worth_measuring[0].value == pytest.approx(s.evpi, rel=0.05)
    assert all(w.id in ("routing.saving", "owned.migration_days") for w in s.worth_measuring)


def test_standard_errors_are_those_of_repeated_runs(study: Callable[..., Any]) -> None:
    runs = [study(draws=2_000, seed=seed).simulation for seed in range(12)]
    said = np.mean([r.mean_standard_error for r in runs])
    assert 0.5 < np.std([r.mean for r in runs], ddof=1) / said < 1.7
    said = np.mean([r.quantile_standard_errors["p50"] for r in runs])
    assert 0.5 < np.std([r.p50 for r in runs], ddof=1) / said < 1.7
