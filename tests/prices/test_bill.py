from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from lockin_audit.core.errors import AuditError, DataError
from lockin_audit.prices.bill import bill
from lockin_audit.prices.book import PriceBook, load_book
from lockin_audit.prices.price import PriceFile
from lockin_audit.prices.quantity import Quantity, quantity
from lockin_audit.prices.quote import Band, Line, Quote

DAY = date(2026, 6, 1)
ROW: dict[str, Any] = {
    "product": "acme.bot",
    "granularity": "not stated",
    "effective_from": date(2026, 1, 1),
    "checked_on": date(2026, 6, 1),
    "source": "https://acme.example/prices",
    "title": "Prices",
    "confidence": "vendor page",
}


def _row(meter: str, unit: str, amount: str, **more: Any) -> dict[str, Any]:
    return {**ROW, "meter": meter, "unit": unit, "amount": Decimal(amount), **more}


def _tiers(mode: str) -> dict[str, Any]:
    steps = [{"amount": Decimal("3"), "up_to": Decimal(100)}, {"amount": Decimal("2"), "up_to": Decimal(1000)}, {"amount": Decimal("1")}]
    return {"tier_mode": mode, "tiers": steps}


METERS = [
    {"id": "hours", "label": "Hours", "unit": "hour"},
    {"id": "searches", "label": "Searches", "unit": "search"},
    {"id": "events", "label": "Events", "unit": "event"},
    {"id": "calls", "label": "Calls", "unit": "call"},
    {"id": "storage", "label": "Storage", "unit": "gb-month"},
    {"id": "fee", "label": "Fee", "unit": "usd", "fixed": True},
    {"id": "answers", "label": "Answers", "unit": "answer"},
    {"id": "credits", "label": "Credits", "unit": "copilot-credit"},
    {"id": "capped", "label": "Capped", "unit": "request"},
]
FILE = {
    "product": [{"id": "acme.bot", "name": "Acme Bot", "vendor": "Acme", "meter": METERS}],
    "price": [
        _row("hours", "hour", "0.08"),
        _row("searches", "search", "10", per=Decimal(1000)),
        _row("events", "event", "3", **_tiers("marginal")),
        _row("calls", "call", "3", **_tiers("cliff")),
        _row("storage", "gb-month", "0.5", included=Decimal(10), granularity="1 GB-month", rounding="up", rounding_note="Whole months."),
        _row("fee", "usd", "0.1", minimum=Decimal(500)),
        _row("answers", "answer", "2", currency="copilot-credit"),
        _row(
            "credits",
            "copilot-credit",
            "200",
            per=Decimal(25000),
            plan="pack",
            granularity="25000 credits",
            rounding="up",
            rounding_note="Packs.",
        ),
        _row("credits", "copilot-credit", "0.01", plan="payg"),
        _row("capped", "request", "1", tier_mode="marginal", tiers=[{"amount": Decimal(1), "up_to": Decimal(10)}]),
    ],
}
BOOK = PriceBook([("prices/acme.toml", PriceFile.model_validate(FILE), "list")], "digest")
NUMBERS = st.decimals(min_value=0, max_value=10**7, places=3)
LINEAR = {"hours", "searches", "fee", "answers"}


def _bill(usage: dict[str, Any], **options: Any) -> Quote:
    given_ = {meter: value if isinstance(value, Quantity) else quantity(value) for meter, value in usage.items()}
    return bill(BOOK, "acme.bot", given_, as_of=options.pop("as_of", DAY), **options)


def _amount(meter: str, number: Decimal) -> Decimal:
    (line,) = _bill({meter: Quantity(number)}).lines
    return line.amount


@given(NUMBERS, NUMBERS, st.sampled_from(["hours", "searches"]))
def test_a_linear_meter_is_additive(a: Decimal, b: Decimal, meter: str) -> None:
    assert _amount(meter, a) + _amount(meter, b) == _amount(meter, a + b)


@given(NUMBERS, NUMBERS, st.sampled_from(["hours", "searches", "events", "storage", "fee"]))
def test_more_use_never_costs_less(a: Decimal, b: Decimal, meter: str) -> None:
    assert _amount(meter, min(a, b)) <= _amount(meter, max(a, b))


@given(st.dictionaries(st.sampled_from(["hours", "searches", "events", "calls", "storage", "fee"]), NUMBERS, min_size=1), st.randoms())
def test_the_order_of_usage_does_not_matter(usage: dict[str, Decimal], random: Any) -> None:
    shuffled = list(usage.items())
    random.shuffle(shuffled)
    one = _bill({meter: Quantity(number) for meter, number in usage.items()})
    other = _bill({meter: Quantity(number) for meter, number in shuffled})
    assert one == other
    assert one.total == sum((line.amount for line in one.lines), Decimal(0))


@given(NUMBERS, NUMBERS)
def test_disjoint_usage_adds_up(hours: Decimal, events: Decimal) -> None:
    both = _bill({"hours": Quantity(hours), "events": Quantity(events)})
    assert both.total == _amount("hours", hours) + _amount("events", events)


@pytest.mark.parametrize(
    ("number", "marginal", "cliff"),
    [
        ("0", "0", "0"),
        ("99.999", "299.997", "299.997"),
        ("100", "300", "300"),
        ("100.001", "300.002", "200.002"),
        ("1000", "2100", "2000"),
        ("1000.001", "2100.001", "1000.001"),
    ],
)
def test_tiers_are_exact_on_both_sides_of_each_boundary(number: str, marginal: str, cliff: str) -> None:
    assert _amount("events", Decimal(number)) == Decimal(marginal)
    assert _amount("calls", Decimal(number)) == Decimal(cliff)


def test_a_tiered_line_shows_its_bands() -> None:
    (line,) = _bill({"events": 1200}).lines
    assert [(band.quantity, band.unit_price, band.amount) for band in line.bands] == [(100, 3, 300), (900, 2, 1800), (200, 1, 200)]


@pytest.mark.parametrize(("number", "billed"), [("0", "0"), ("10", "0"), ("10.001", "1"), ("11", "1"), ("11.001", "2")])
def test_the_included_amount_goes_off_before_rounding_up(number: str, billed: str) -> None:
    (line,) = _bill({"storage": number}).lines
    assert line.billed == Decimal(billed)
    assert line.amount == Decimal(billed) * Decimal("0.5")
    assert "Whole months." in line.rounding


@pytest.mark.parametrize(("spend", "amount"), [("0", "500"), ("5000", "500"), ("5000.01", "500.001"), ("6000", "600")])
def test_a_minimum_charge_holds_up_to_its_boundary(spend: str, amount: str) -> None:
    assert _amount("fee", Decimal(spend)) == Decimal(amount)


def test_above_the_last_published_tier_there_is_no_price() -> None:
    assert _bill({"capped": 10}).total == 10
    quote = _bill({"capped": "10.001", "hours": 1})
    assert quote.total is None
    assert quote.priced_total == Decimal("0.08")
    assert "No price is published above 10 requests" in quote.unpriced[0].reason


@pytest.mark.parametrize(
    ("answers", "plan", "total", "other"),
    [(9_999, "payg", "199.98", "200"), (10_000, "payg", "200", "200"), (10_001, "pack", "200", "200.02"), (12_500, "pack", "200", "250")],
)
def test_credits_quote_in_credits_and_in_money_at_the_cheaper_plan(answers: int, plan: str, total: str, other: str) -> None:
    quote = _bill({"answers": answers})
    assert [(own.unit, own.total) for own in quote.own_units] == [("copilot-credit", 2 * answers)]
    assert (quote.plan, quote.plan_chosen, quote.total) == (plan, True, Decimal(total))
    assert [alternative.total for alternative in quote.alternatives] == [Decimal(other)]


def test_a_named_plan_is_kept_and_credits_given_are_added() -> None:
    quote = _bill({"answers": 100, "credits": 25_000}, plan="pack")
    assert quote.own_units[0].total == 25_200
    assert quote.total == 400
    assert not quote.plan_chosen


@pytest.mark.parametrize(("day", "priced"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True)])
def test_before_the_first_row_a_meter_is_unpriced_and_never_zero(day: date, priced: bool) -> None:
    quote = _bill({"hours": 1}, as_of=day)
    assert (quote.total is not None) is priced
    assert bool(quote.unpriced) is not priced
    if not priced:
        assert quote.unpriced[0].reason == "The first price holds from 2026-01-01."


def test_fixed_fees_left_out_are_mentioned() -> None:
    assert _bill({"hours": 1}).notes == ("Not in this bill: fee (meter fee).",)
    assert _bill({"hours": 1, "fee": 0}).notes == ()


@pytest.mark.parametrize(
    ("usage", "options", "words"),
    [
        ({"minutes": 1}, {}, "has no meter 'minutes'. Known: hours, searches"),
        ({}, {}, "there is nothing to price"),
        ({"hours": "2 GB"}, {}, "hours: 2 GB: cannot be counted in hours"),
        ({"hours": 1}, {"plan": "gold"}, "has no plan 'gold'. Known: pack, payg"),
        ({"hours": 1}, {"region": "mars"}, "Its prices do not depend on the region; leave it out"),
    ],
)
def test_wrong_use_is_told_in_one_sentence(usage: dict[str, Any], options: dict[str, str], words: str) -> None:
    with pytest.raises(AuditError, match=words):
        _bill(usage, **options)


def test_tokens_without_a_model_are_an_error() -> None:
    with pytest.raises(AuditError, match="name the model"):
        bill(load_book(), "anthropic.managed_agents", {"input_tokens": quantity(1)}, as_of=DAY)


def test_a_line_that_does_not_multiply_or_add_up_cannot_be_made() -> None:
    with pytest.raises(ValidationError, match="is not 2 x 3"):
        Band(quantity=Decimal(2), unit_price=Decimal(3), amount=Decimal(7))
    (line,) = _bill({"hours": 2}).lines
    with pytest.raises(ValidationError, match="is not the sum of the bands"):
        Line.model_validate({**line.model_dump(), "amount": Decimal("0.17")})
    quote = _bill({"hours": 2})
    with pytest.raises(ValidationError, match="not the sum of its lines"):
        Quote.model_validate({**quote.model_dump(), "priced_total": Decimal(1), "total": Decimal(1)})


REGION_RULE_CHANGE = date(2026, 9, 26)


@pytest.mark.parametrize(
    ("day", "options", "total"),
    [
        (REGION_RULE_CHANGE, {}, "30"),
        (REGION_RULE_CHANGE - timedelta(days=1), {"region": "us"}, "30"),
        (REGION_RULE_CHANGE, {"region": "us"}, "33"),
        (REGION_RULE_CHANGE - timedelta(days=1), {"plan": "fast"}, "30"),
        (REGION_RULE_CHANGE, {"plan": "fast"}, "60"),
        (REGION_RULE_CHANGE, {"region": "us", "plan": "fast"}, "66"),
    ],
)
def test_residency_and_fast_mode_apply_to_sessions_since_the_rule_changed(day: date, options: dict[str, str], total: str) -> None:
    usage = {"input_tokens": quantity("1M"), "output_tokens": quantity("1M")}
    quote = bill(load_book(), "anthropic.managed_agents", usage, model="anthropic/claude-opus-5", as_of=day, **options)
    assert quote.total == Decimal(total)


@pytest.mark.parametrize(("day", "priced"), [(date(2026, 4, 7), False), (date(2026, 4, 8), True)])
def test_managed_agents_have_no_price_before_they_were_on_sale(day: date, priced: bool) -> None:
    usage = {"session_hours": quantity(1), "input_tokens": quantity(1000)}
    quote = bill(load_book(), "anthropic.managed_agents", usage, model="anthropic/claude-opus-5", as_of=day)
    assert (quote.total == Decimal("0.085")) is priced
    assert len(quote.unpriced) == (0 if priced else 2)


@pytest.mark.parametrize(("day", "priced"), [(date(2026, 8, 25), True), (date(2026, 8, 26), False)])
def test_an_ended_product_has_no_price_from_its_last_day_on(day: date, priced: bool) -> None:
    quote = bill(load_book(), "openai.assistants", {"file_search_gb_days": quantity(60)}, as_of=day)
    assert (quote.total == 3) is priced
    if not priced:
        assert "ended on 2026-08-26" in quote.unpriced[0].reason


def _bundle(**more: Any) -> PriceBook:
    product = {"id": "acme.bot", "name": "Bot", "vendor": "Acme", "meter": METERS}
    rows = [_row("hours", "hour", "10"), _row("events", "event", "0.01", **more)]
    return PriceBook([("prices/acme.toml", PriceFile.model_validate({"product": [product], "price": rows}), "list")], "")


def test_what_comes_with_another_meter_is_free_in_a_bill_that_has_it() -> None:
    book = _bundle(included=Decimal(50), included_with=[{"meter": "hours", "amount": Decimal(100)}])

    def events(hours: int, **more: Any) -> Line:
        usage = {"events": Quantity(Decimal(1000)), **({"hours": Quantity(Decimal(hours))} if hours else {})}
        return next(line for line in bill(book, "acme.bot", usage, as_of=DAY, **more).lines if line.meter == "events")

    assert [(events(n).included, events(n).amount) for n in (0, 3, 20)] == [(50, Decimal("9.5")), (350, Decimal("6.5")), (1000, 0)]
    assert events(3, included=False).amount == 10


def test_an_allowance_names_another_meter_of_the_product() -> None:
    for wrong in ("nodes", "events"):
        with pytest.raises(DataError, match=rf"included_with: other meter '{wrong}' is not known"):
            _bundle(included_with=[{"meter": wrong, "amount": Decimal(1)}])


def test_a_small_month_is_free_and_one_unit_more_counts_them_all() -> None:
    book = _bundle(free_up_to=Decimal(40), minimum=Decimal(2))

    def amount(number: int, **more: Any) -> Decimal:
        quote = bill(book, "acme.bot", {"events": Quantity(Decimal(number))}, as_of=DAY, **more)
        assert quote.total is not None
        return quote.total

    assert [amount(n) for n in (0, 1, 40, 41, 400)] == [0, 0, 0, 2, 4]
    assert amount(30, included=False) == 2
    assert amount(30, until=DAY + timedelta(days=29)) == 0


def test_lines_rounded_to_cents_are_added_up_as_invoices_do() -> None:
    quote = bill(_bundle(), "acme.bot", {"hours": quantity("0.0005"), "events": quantity("0.5")}, as_of=DAY)
    assert (quote.total, quote.total_of_rounded_lines) == (Decimal("0.0100"), Decimal("0.02"))


def test_a_gigabyte_is_what_the_vendor_counts() -> None:
    book = load_book()
    decimal = bill(book, "cloudflare.r2", {"storage_gb_months": quantity("20 GB-months")}, as_of=date(2026, 11, 21))
    binary = bill(book, "aws.s3", {"storage_gb_months": quantity("20 GB-months")}, as_of=date(2026, 11, 21))
    assert [quote.lines[0].quantity for quote in (decimal, binary)] == [20, 20]
    one = bill(book, "aws.data_transfer", {"egress_gb": quantity("1 TB")}, as_of=date(2026, 11, 21))
    assert one.lines[0].quantity == 1024
