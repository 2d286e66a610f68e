"""Contracts over list prices: prices, discounts that follow the list, commitments, other currencies; every result names them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from lockin_audit.core.config import PriceOverride
from lockin_audit.core.errors import DataError
from lockin_audit.core.exchange import ExchangeRate
from lockin_audit.prices.bill import bill
from lockin_audit.prices.book import PriceBook, load_book
from lockin_audit.prices.price import Price, Unpriced
from lockin_audit.prices.quantity import Quantity, quantity
from lockin_audit.prices.quote import Quote

DAY = date(2026, 11, 21)
CMA = "anthropic.managed_agents"
EURO = ExchangeRate(currency="EUR", usd=Decimal("1.25"), effective_from=date(2026, 1, 1), source="budget rate")


def _book(*agreements: dict[str, Any], rates: tuple[ExchangeRate, ...] = (EURO,)) -> PriceBook:
    return load_book(overrides=[PriceOverride(**{"source": "EA 7", **entry}) for entry in agreements], exchange_rates=rates)


def _quote(book: PriceBook, product: str, on: date = DAY, **usage: Any) -> Quote:
    options = {key: usage.pop(key) for key in ("model", "plan", "region", "currency") if key in usage}
    return bill(book, product, {meter: quantity(value) for meter, value in usage.items()}, as_of=on, **options)


def _rate(found: Price | Unpriced) -> Decimal:
    assert isinstance(found, Price), found
    return found.unit_price


def test_a_discount_covers_a_vendor_and_follows_its_list_prices() -> None:
    book = _book({"product": "google.*", "discount": 0.5, "effective_from": date(2026, 7, 1)})
    days = (date(2026, 6, 30), date(2026, 7, 1), date(2026, 8, 20), date(2026, 8, 21))
    assert [_rate(book.at("google.agent_runtime", "vcpu_hours", day)) for day in days] == [
        Decimal(rate) for rate in ("0.0864", "0.0432", "0.0432", "0.0425")
    ]
    assert _rate(book.at("aws.fargate", "vcpu_seconds", DAY)) == Decimal("0.000011244")


def test_a_discount_on_tokens_names_the_contract() -> None:
    book = _book({"product": CMA, "discount": 0.1, "kind": "enterprise agreement"})
    quote = _quote(book, CMA, model="anthropic/claude-opus-5", session_hours=1, input_tokens="50k", output_tokens="15k")
    assert quote.total == Decimal("0.6345")
    assert quote.overlays == ("enterprise agreement: EA 7",)
    assert {line.overlay for line in quote.lines} == {"enterprise agreement: EA 7"}
    assert {line.source for line in quote.lines} == {"EA 7"}


def test_a_contract_that_ended_gives_way_to_the_list() -> None:
    book = _book({"product": CMA, "meter": "session_hours", "unit_price": 0.05, "effective_to": date(2026, 10, 31)})
    assert _rate(book.at(CMA, "session_hours", date(2026, 10, 31))) == Decimal("0.05")
    assert _rate(book.at(CMA, "session_hours", date(2026, 11, 1))) == Decimal("0.08")


def test_a_contract_for_one_plan_leaves_the_others_alone() -> None:
    book = _book({"product": "aws.agentcore_runtime", "meter": "vcpu_hours", "plan": "v2", "unit_price": 0.1})
    assert _rate(book.at("aws.agentcore_runtime", "vcpu_hours", DAY, plan="v2")) == Decimal("0.1")
    assert _rate(book.at("aws.agentcore_runtime", "vcpu_hours", DAY)) == Decimal("0.0895")


def test_tiers_and_minimum_get_the_discount_too() -> None:
    book = _book({"product": "temporal.cloud", "discount": 0.2, "plan": "business"})
    assert _quote(book, "temporal.cloud", actions="13.75M").total == 420
    assert _quote(book, "temporal.cloud", plan_fee=100).total == 400


def test_a_discount_is_taken_once_where_a_vendor_bills_in_credits() -> None:
    quote = _quote(_book({"product": "microsoft.*", "discount": 0.1}), "microsoft.copilot_studio", plan="payg", generative_answers=100)
    assert [(own.unit, own.total) for own in quote.own_units] == [("copilot-credit", 200)]
    assert quote.total == Decimal("1.8")


@pytest.mark.parametrize(
    ("hours", "beyond", "total", "meters"),
    [
        (1000, "discounted", "64", ["session_hours"]),
        (500, "discounted", "40", ["session_hours", "commitment"]),
        (0, "discounted", "40", ["session_hours", "commitment"]),
        (625, "list", "40", ["session_hours"]),
        (1250, "list", "90", ["session_hours"]),
    ],
)
def test_a_commitment_is_owed_whether_used_or_not(hours: int, beyond: str, total: str, meters: list[str]) -> None:
    terms = {"product": CMA, "discount": 0.2, "commitment": 40, "beyond": beyond, "kind": "committed use"}
    quote = _quote(_book(terms), CMA, session_hours=hours)
    assert quote.total == Decimal(total)
    assert [line.meter for line in quote.lines] == meters


def test_a_price_in_another_currency_is_exchanged_once_each_way() -> None:
    book = _book({"product": "aws.fargate", "meter": "vcpu_seconds", "unit_price": 0.00001, "currency": "EUR"})
    quote = _quote(book, "aws.fargate", vcpu_seconds="3M", gb_seconds="1M", currency="EUR")
    assert [line.amount for line in quote.lines] == [Decimal("37.5"), Decimal("1.235")]
    assert (quote.lines[0].paid_currency, quote.lines[0].paid_amount) == ("EUR", 30)
    assert quote.conversion is not None
    assert quote.conversion.total == 30 + Decimal("1.235") / Decimal("1.25")


@settings(max_examples=25)
@given(st.decimals(min_value=0, max_value=10**9, places=4), st.decimals(min_value="0.01", max_value=100, places=4))
def test_a_total_is_converted_by_one_factor_and_dollars_stay_as_they_were(hours: Decimal, usd: Decimal) -> None:
    rate = ExchangeRate(currency="EUR", usd=usd, effective_from=date(2026, 1, 1), source="budget rate")
    book = load_book(exchange_rates=[rate])
    usage = {"session_hours": Quantity(hours), "web_searches": Quantity(hours)}
    plain, converted = bill(book, CMA, usage, as_of=DAY), bill(book, CMA, usage, as_of=DAY, currency="EUR")
    assert converted.model_copy(update={"conversion": None}) == plain
    assert plain.total is not None
    assert converted.conversion is not None
    assert converted.conversion.total is not None
    assert abs(converted.conversion.total * usd - plain.total) <= plain.total * Decimal("1e-26")


def test_rates_hold_from_their_day_and_the_users_go_first() -> None:
    book = load_book()
    assert book.exchange_rates.at("EUR", date(2026, 10, 4)).usd == Decimal("1.1298")
    assert book.exchange_rates.at("EUR", date(2026, 10, 5)).usd == Decimal("1.1204")
    assert _book().exchange_rates.at("EUR", DAY).source == "budget rate"
    with pytest.raises(DataError, match="no rate is known on 2026-09-30; the first is of 2026-10-01"):
        book.exchange_rates.at("EUR", date(2026, 9, 30))
    with pytest.raises(DataError, match=r"has no exchange rate. Known: USD, EUR, GBP, SEK. Add an \[\[exchange_rate\]\]"):
        book.exchange_rates.at("XXX", DAY)


def test_every_shipped_rate_has_source_title_and_day_of_reading() -> None:
    book = load_book()
    for currency in book.exchange_rates.currencies():
        rate = book.exchange_rates.at(currency, DAY)
        assert rate.source.startswith("https://")
        assert rate.title
        assert rate.checked_on


def test_own_rows_may_be_in_another_currency(tmp_path: Path) -> None:
    row = """
[[price]]
product = "anthropic.managed_agents"
meter = "session_hours"
unit = "session-hour"
amount = 0.08
currency = "EUR"
granularity = "1 ms"
effective_from = 2026-01-01
source = "Order 9"
confidence = "unverified"
"""
    (tmp_path / "own.toml").write_text(row, encoding="utf-8")
    (tmp_path / "exchange_rates.toml").write_text(
        '[[exchange_rate]]\ncurrency = "EUR"\nusd = 1.5\neffective_from = 2026-01-01\nsource = "treasury"\n', encoding="utf-8"
    )
    quote = _quote(load_book(tmp_path), CMA, session_hours=1)
    assert quote.total == Decimal("0.12")
    assert quote.overlays == (f"own prices: {tmp_path}/own.toml",)


@pytest.mark.parametrize(
    ("agreement", "words"),
    [
        ({"product": "nobody.*", "discount": 0.1}, "there is no vendor 'nobody'. Known: alibaba, anthropic"),
        ({"product": CMA, "meter": "session_hours", "unit_price": 1, "plan": "gold"}, "fits no price of the book with plan 'gold'"),
        ({"product": CMA, "meter": "session_hours", "unit_price": 1, "currency": "JPY"}, "for which no exchange rate is known"),
    ],
)
def test_an_agreement_that_fits_nothing_names_entry_and_mend(agreement: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError, match=r"\[\[price\]\] 1") as error:
        _book(agreement)
    assert words in str(error.value)


def test_two_agreements_on_one_price_are_refused() -> None:
    one = {"product": CMA, "meter": "session_hours", "unit_price": 0.05}
    with pytest.raises(DataError, match=r"\[\[price\]\] 2 .* sets a price that entry 1 sets from the same day"):
        _book(one, one)
    with pytest.raises(DataError, match=r"config: exchange rate 2: repeats EUR of 2026-01-01 \(rate 1\)"):
        _book(rates=(EURO, EURO))


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"unit_price": 1, "discount": 0.1},
        {"discount": 1.2},
        {"discount": 0.1, "currency": "EUR"},
        {"unit_price": 1, "commitment": 5},
        {"unit_price": 1, "effective_from": date(2026, 2, 1), "effective_to": date(2026, 1, 1)},
    ],
)
def test_an_agreement_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        PriceOverride(product=CMA, meter="session_hours", source="x", **wrong)
