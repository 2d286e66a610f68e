"""Sobol indices: those of a linear model and of a product are known in closed form."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

import pytest

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.errors import DataError
from lockin_audit.finance.distribution import mean, sampler
from lockin_audit.finance.expression import parse
from lockin_audit.finance.model import Line, Model, ModelOption
from lockin_audit.finance.sensitivity import tornado
from lockin_audit.finance.sobol import sobol_indices


def uniform_like(id: str, low: float, high: float) -> Assumption:
    """An event with an even chance: variance (high − low)² ÷ 4, exactly."""
    return Assumption(
        id=id, label=id, value=low, low=low, high=high, unit="USD", basis="assumed", distribution="bernoulli", probability=0.5
    )  # fmt: skip


def pert(id: str, low: float, value: float, high: float) -> Assumption:
    return Assumption(id=id, label=id, value=value, low=low, high=high, unit="USD", basis="assumed")


def toy(formula: str, *assumptions: Assumption) -> Model:
    """A model whose saving is one formula."""
    options = tuple(ModelOption(id=id, kind="owned", label=id, product="", model="", workflows=()) for id in ("one", "two"))
    line = Line("saving.npv", "Saving", "USD", parse(formula), over="once")
    return Model(assumptions, (line,), options, {}, 12, "mid", ("one", "two"))


def test_indices_and_bars_of_a_linear_model_are_the_known_ones() -> None:
    """Saving 3a − 2b + c: the share of each is its squared coefficient times its variance, alone and in total."""
    inputs = (uniform_like("a", 0, 2), uniform_like("b", 1, 3), uniform_like("c", 0, 4), pert("unused", 1, 2, 3))
    model = toy("3 * a - 2 * b + c", *inputs)
    done = sobol_indices(model, inputs, seed=1, samples=1024)
    assert done is not None and done.evaluations == 1024 * 5
    variance = {"a": 9.0, "b": 4.0, "c": 4.0}
    for index in done.indices:
        share = variance[index.id] / 17
        assert index.first == pytest.approx(share, abs=0.02) and index.total == pytest.approx(share, abs=0.02)
        assert index.first_interval < 0.1 and index.total_interval < 0.1
    assert done.indices[0].id == "a"
    bars = {b.id: (b.low, b.high) for b in tornado(model, inputs)}
    assert bars == {"a": (-2, 4), "c": (-2, 2), "b": (-2, -6)}


def test_a_product_shows_the_interaction_a_tornado_cannot_show() -> None:
    """y = a·b with mean 0 each: neither alone explains anything, each in total explains all of it."""
    inputs = (uniform_like("a", -1, 1), uniform_like("b", -1, 1))
    done = sobol_indices(toy("a * b", *inputs), inputs, seed=4, samples=1024)
    assert done is not None
    for index in done.indices:
        assert index.first == pytest.approx(0, abs=0.05) and index.total == pytest.approx(1, abs=0.05)


def test_perts_by_their_variances() -> None:
    import numpy as np

    inputs = (pert("a", 1, 2, 6), pert("b", 10, 11, 13))
    even = (np.arange(100_000) + 0.5) / 100_000
    spread = {a.id: float(sampler(a)(even).var()) for a in inputs}
    assert all(float(sampler(a)(even).mean()) == pytest.approx(mean(a), rel=1e-3) for a in inputs)
    done = sobol_indices(toy("a + b", *inputs), inputs, seed=2, samples=1024)
    assert done is not None
    for index in done.indices:
        assert index.first == pytest.approx(spread[index.id] / sum(spread.values()), abs=0.02)


def test_a_study_has_them_on_demand_and_the_same_again(study: Callable[..., Any], book: Any) -> None:
    from datetime import date

    from lockin_audit.core.config import Config
    from lockin_audit.finance.study import cost_study

    config = Config.model_validate({"cost": {"horizon_months": 12}})
    first, again = (
        cost_study(config, audit=None, book=book, as_of=date(2026, 11, 21), draws=0, sobol=True).sobol for _ in range(2)
    )  # fmt: skip
    assert first is not None and first == again and "independent" in first.note
    assert study().sobol is None
    totals = [i.total for i in first.indices]
    assert totals == sorted(totals, reverse=True) and totals[0] > 0.05
    assert {i.id for i in first.indices} >= {"repository.sessions_per_month", "owned.run_fte"}


def test_nothing_uncertain_no_indices() -> None:
    sure = pert("a", 2, 2, 2)
    assert sobol_indices(toy("a * 2", sure), (sure,), seed=1) is None


def test_without_the_package_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("SALib"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(DataError, match=r"SALib, which is not installed.*sensitivity"):
        sobol_indices(toy("a", pert("a", 1, 2, 3)), (pert("a", 1, 2, 3),), seed=1)
