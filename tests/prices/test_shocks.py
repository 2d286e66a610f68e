"""Vendor events as data: dated, sourced, about things the price book has, and true to its rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from lockin_audit.core.errors import DataError
from lockin_audit.prices.book import load_book
from lockin_audit.prices.price import Price, Unpriced
from lockin_audit.prices.shocks import Shock, about, check_shocks, load_shocks
from lockin_audit.prices.tokens import token_price

BOOK = load_book()
SHOCKS = load_shocks()
BY_ID = {shock.id: shock for shock in SHOCKS}
EVENT: dict[str, Any] = {
    "id": "x",
    "day": date(2026, 6, 1),
    "vendor": "Acme",
    "kind": "price rise",
    "label": "Up",
    "what": "Up.",
    "checked_on": date(2026, 6, 2),
    "confidence": "vendor page",
    "source": "https://acme.example/",
    "title": "Prices",
}


def test_every_event_is_about_something_in_the_book() -> None:
    check_shocks(SHOCKS, BOOK)
    assert [shock.day for shock in SHOCKS] == sorted(shock.day for shock in SHOCKS)


@pytest.mark.parametrize(
    "id",
    [
        "temporal-doubling-2025",
        "sonnet-5-introductory-price-2026",
        "agentcore-v2-2026",
        "openai-assistants-end-2026",
        "openai-agent-builder-end-2026",
        "langsmith-units-2026",
        "google-events-to-storage-2026",
    ],
)
def test_the_known_precedents_are_there(id: str) -> None:
    assert id in BY_ID


def test_a_cancelled_rise_is_told_as_such() -> None:
    shock = BY_ID["sonnet-5-introductory-price-2026"]
    assert (shock.status, shock.effects) == ("cancelled", ())
    before, after = (token_price("anthropic/claude-sonnet-5", "input", day) for day in (date(2026, 8, 31), date(2026, 9, 1)))
    assert isinstance(before, Price)
    assert isinstance(after, Price)
    assert before.amount == after.amount == 2


def test_token_factors_are_what_the_token_data_says() -> None:
    for shock in SHOCKS:
        for effect in shock.effects:
            if not effect.model or effect.model.startswith("mistral/"):
                continue
            for token_class in (effect.tokens,) if effect.tokens else ("input", "output"):
                day_before = date.fromordinal(shock.day.toordinal() - 1)
                before, after = (token_price(effect.model, token_class, day) for day in (day_before, shock.day))  # type: ignore[arg-type]
                assert isinstance(before, Price), effect
                assert isinstance(after, Price), effect
                assert abs(after.amount / before.amount - effect.factor) < Decimal("0.0001"), effect


def test_the_factors_of_the_second_runtime_are_those_of_its_rows() -> None:
    for effect in BY_ID["agentcore-v2-2026"].effects:
        first, second = (BOOK.at(effect.product, effect.meter, date(2026, 9, 18), plan=plan) for plan in ("v1", "v2"))
        assert isinstance(first, Price)
        assert isinstance(second, Price)
        assert abs(second.amount / first.amount - effect.factor) < Decimal("0.0001")


def test_ends_of_products_agree_with_the_book() -> None:
    for shock in SHOCKS:
        if shock.kind == "retirement" and shock.product:
            assert BOOK.product(shock.product).ended_on == shock.day, shock.id


def test_events_can_be_chosen_by_product_and_day() -> None:
    ids = [shock.id for shock in about(SHOCKS, product="aws.agentcore_runtime")]
    assert ids == ["agentcore-v2-2026"]
    assert [s.id for s in about(SHOCKS, after=date(2026, 11, 30), until=date(2026, 12, 1))] == ["gemini-4-argon-doubling-2026"]
    assert BY_ID["openai-agent-builder-end-2026"].notice_days == 180


@pytest.mark.parametrize(("day", "priced"), [(date(2026, 8, 4), True), (date(2026, 8, 5), False)])
def test_a_retired_model_has_no_price_from_its_day_on(day: date, priced: bool) -> None:
    found = token_price("anthropic/claude-opus-4-1", "input", day)
    assert isinstance(found, Price) is priced
    if isinstance(found, Unpriced):
        assert "has not answered since 2026-08-05" in found.reason


def test_a_price_of_another_provider_is_told() -> None:
    found = token_price("azure/gpt-5.5", "input", date(2026, 11, 21))
    assert isinstance(found, Price)
    assert "no price of azure itself" in found.note


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"announced": date(2026, 6, 2)}, "announced on 2026-06-02, after its day"),
        ({"status": "announced"}, "say what happened"),
        ({"effect": [{"factor": 2}]}, "either a product or a model"),
        ({"effect": [{"product": "a.b", "tokens": "input", "factor": 2}]}, "tokens to a model"),
        ({"effect": [{"product": "a.b", "factor": 1.5}]}, "exact decimal"),
        ({"source": "somewhere"}, "https"),
    ],
)
def test_an_event_that_cannot_be_is_refused(change: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Shock.model_validate(EVENT | change)


@pytest.mark.parametrize(
    ("effect", "words"),
    [
        ({"product": "acme.bot", "factor": 2}, "is not in the price book"),
        ({"product": "temporal.cloud", "meter": "clicks", "factor": 2}, "has no meter 'clicks'"),
        ({"product": "temporal.cloud", "meter": "actions", "plan": "gold", "factor": 2}, "has no plan 'gold'"),
    ],
)
def test_an_event_about_something_unknown_is_refused(effect: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError, match=words):
        check_shocks((Shock.model_validate(EVENT | {"effect": [effect]}),), BOOK)
