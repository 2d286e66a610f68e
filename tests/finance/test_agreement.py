"""A promised spend costs the same on a bill (`prices/commitment.py`) and in a month of the model (`finance/lines/agreement.py`)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.core.config import Config, PriceOverride
from lockin_audit.finance.assumptions import resolve_assumptions
from lockin_audit.finance.build import build_model
from lockin_audit.finance.evaluate import evaluate_arrays, values_of
from lockin_audit.finance.model import Model
from lockin_audit.prices.book import load_book
from lockin_audit.prices.commitment import committed
from lockin_audit.prices.quote import Band, Line, total

Beyond = Literal["discounted", "list"]


def agreement(commitment: float, discount: float, beyond: Beyond) -> PriceOverride:
    return PriceOverride(product="anthropic.managed_agents", discount=discount, commitment=commitment, beyond=beyond, source="order 7")


@cache
def model_with(beyond: Beyond) -> tuple[Model, dict[str, float]]:
    """The model of a managed option under such an agreement, and its inputs."""
    option = {"id": "managed", "kind": "managed", "product": "anthropic.managed_agents"}
    config = Config.model_validate({"option": [option]}).model_copy(update={"prices": (agreement(1_000, 0.2, beyond),)})
    resolved = resolve_assumptions(config, None, load_book(overrides=config.prices), date(2026, 11, 21), {})
    return build_model(config, resolved.assumptions), values_of(resolved.assumptions)


def billed(use: float, terms: PriceOverride) -> float:
    """What a bill asks for discounted use of so many dollars."""
    amount = Decimal(repr(use))
    line = Line(
        meter="session_hours",
        label="Sessions",
        quantity=amount,
        unit="usd",
        billed=amount,
        unit_price=Decimal(1),
        amount=amount,
        currency="USD",
        bands=(Band(quantity=amount, unit_price=Decimal(1), amount=amount),),
        source="order 7",
        confidence="vendor page",
        layer="agreed",
        overlay=terms.name,
    )
    return float(total(one.amount for one in committed({"session_hours": line}, [terms]).values()))


@pytest.mark.parametrize("beyond", ["discounted", "list"])
@settings(max_examples=30)
@given(promised=st.floats(1, 1e6), discount=st.floats(0.01, 0.9), scale=st.floats(0.01, 50))
def test_bill_and_model_agree_below_at_and_beyond_the_promise(beyond: Beyond, promised: float, discount: float, scale: float) -> None:
    model, inputs = model_with(beyond)
    key = "commitment.agreement_1"
    stated = {**inputs, "volume.scale": scale, key: promised}
    if beyond == "list":
        assert f"{key}_discount" in inputs
        stated[f"{key}_discount"] = discount
    lines = [f"managed.commitment_1_{name}" for name in ("use", "shortfall", *(["beyond"] if beyond == "list" else []))]
    done = evaluate_arrays(model, stated, lines)
    use, *extra = (float(done[id].flat[0]) for id in lines)
    assert billed(use, agreement(promised, discount, beyond)) == pytest.approx(use + sum(extra), rel=1e-9)
