"""A price that changes inside a billing period splits the bill at midnight, and nothing is lost or counted twice."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.core.errors import DataError
from lockin_audit.prices.bill import bill
from lockin_audit.prices.book import PriceBook, load_book
from lockin_audit.prices.price import PriceFile
from lockin_audit.prices.quantity import Quantity, quantity
from lockin_audit.prices.quote import Quote

CHANGE = date(2026, 6, 16)
ROW: dict[str, Any] = {
    "product": "acme.bot",
    "granularity": "not stated",
    "checked_on": date(2026, 6, 1),
    "source": "https://acme.example/prices",
    "title": "Prices",
    "confidence": "vendor page",
}
STEPS = {"tier_mode": "marginal", "included": Decimal(30), "tiers": [{"amount": Decimal(2), "up_to": Decimal(300)}, {"amount": Decimal(1)}]}


def _rows(meter: str, unit: str, first: str, second: str, **more: Any) -> list[dict[str, Any]]:
    return [
        {**ROW, "meter": meter, "unit": unit, "amount": Decimal(amount), "effective_from": day, **more}
        for amount, day in ((first, date(2026, 1, 1)), (second, CHANGE))
    ]


def _packs(amount: str, day: date) -> dict[str, Any]:
    pack = {"per": Decimal(100), "rounding": "up", "rounding_note": "Packs of 100.", "granularity": "100 units"}
    return {**ROW, "meter": "packs", "unit": "unit", "amount": Decimal(amount), "effective_from": day, **pack}


FILE = {
    "product": [
        {
            "id": "acme.bot",
            "name": "Acme Bot",
            "vendor": "Acme",
            "meter": [
                {"id": "hours", "label": "Hours", "unit": "hour"},
                {"id": "events", "label": "Events", "unit": "event"},
                {"id": "packs", "label": "Packs", "unit": "unit"},
                {"id": "seats", "label": "Seats", "unit": "user-month", "fixed": True},
            ],
        }
    ],
    "price": [
        *_rows("hours", "hour", "0.10", "0.30"),
        *_rows("events", "event", "2", "2", **STEPS),
        _packs("10", date(2026, 1, 1)),
        _packs("20", CHANGE),
        *_rows("seats", "user-month", "5", "9"),
    ],
}
BOOK = PriceBook([("prices/acme.toml", PriceFile.model_validate(FILE), "list")], "digest")


def _quote(first: date, last: date, **usage: Any) -> Quote:
    amounts = {meter: value if isinstance(value, Quantity) else quantity(value) for meter, value in usage.items()}
    return bill(BOOK, "acme.bot", amounts, as_of=first, until=last)


def test_a_change_at_midnight_splits_the_period_by_days() -> None:
    quote = _quote(date(2026, 6, 1), date(2026, 6, 30), hours=300)
    assert [(line.first_day, line.last_day, line.quantity, line.amount) for line in quote.lines] == [
        (date(2026, 6, 1), date(2026, 6, 15), 150, 15),
        (CHANGE, date(2026, 6, 30), 150, 45),
    ]
    assert quote.total == 60


@pytest.mark.parametrize(("first", "last", "total"), [(1, 15, "30"), (16, 30, "90"), (15, 16, "60"), (16, 16, "90"), (15, 15, "30")])
def test_periods_on_both_sides_of_midnight(first: int, last: int, total: str) -> None:
    assert _quote(date(2026, 6, first), date(2026, 6, last), hours=300).total == Decimal(total)


@given(st.decimals(min_value=0, max_value=10**6, places=3), st.integers(1, 15), st.integers(16, 30))
def test_a_split_without_a_change_of_price_costs_the_same(number: Decimal, first: int, last: int) -> None:
    quote = _quote(date(2026, 6, first), date(2026, 6, last), events=Quantity(number))
    whole = bill(BOOK, "acme.bot", {"events": Quantity(number)}, as_of=date(2026, 6, 1))
    assert len(quote.lines) == 2
    assert quote.total is not None
    assert whole.total is not None
    assert abs(quote.total - whole.total) <= Decimal("1e-20")
    assert sum(line.quantity for line in quote.lines) == number


def test_packs_and_subscriptions_cost_what_the_first_day_says() -> None:
    quote = _quote(date(2026, 6, 1), date(2026, 6, 30), packs=150, seats=2)
    assert [line.amount for line in quote.lines] == [20, 10]
    assert all(line.first_day is None for line in quote.lines)


def test_days_before_a_product_existed_are_unpriced() -> None:
    usage = {"session_hours": quantity(30)}
    quote = bill(load_book(), "anthropic.managed_agents", usage, as_of=date(2026, 4, 1), until=date(2026, 4, 30))
    assert quote.total is None
    assert quote.priced_total == Decimal("1.84")
    assert quote.unpriced[0].reason.startswith("From 2026-04-01 to 2026-04-07: Claude Managed Agents was not on sale before")


def test_announced_token_prices_split_a_month() -> None:
    usage = {"input_tokens": quantity("30M")}
    quote = bill(load_book(), "openai.responses", usage, model="google/gemini-4-argon", as_of=date(2026, 11, 16), until=date(2026, 12, 15))
    assert [line.amount for line in quote.lines] == [30, 60]


@pytest.mark.parametrize(("days", "words"), [(-1, "before it begins"), (31, "is longer than a month")])
def test_a_period_is_at_most_a_month(days: int, words: str) -> None:
    first = date(2026, 6, 1)
    with pytest.raises(DataError, match=words):
        _quote(first, first + timedelta(days=days), hours=1)
