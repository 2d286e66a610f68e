"""What every shipped price obeys: a source, a date, a unit, a granularity, dates in order, and a product a runtime can name."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from lockin_audit.core.data_files import data_dir
from lockin_audit.core.errors import DataError
from lockin_audit.prices.book import PriceBook, load_book
from lockin_audit.prices.checks import check
from lockin_audit.prices.price import Price, PriceFile, TokenPrice, Unpriced
from lockin_audit.prices.quantity import units

BOOK = load_book()
ROWS = [
    (product, meter.id, rule) for product in BOOK.products() for meter in BOOK.meters(product) for rule in BOOK.rules(product, meter.id)
]
TODAY = date(2026, 11, 21)


def test_every_row_has_source_date_unit_and_granularity() -> None:
    assert len(ROWS) > 200
    for product, meter, rule in ROWS:
        where = f"{product} {meter}"
        assert rule.source.startswith("https://"), where
        assert rule.title, where
        assert rule.checked_on is not None, where
        assert rule.effective_from is not None, where
        assert rule.checked_on <= TODAY, where
        if isinstance(rule, Price):
            assert rule.unit in units(), where
            assert rule.granularity, where
            assert rule.rounding == "none" or rule.rounding_note, where


def test_every_price_of_time_says_which_states_are_billed() -> None:
    for product, meter, rule in ROWS:
        if isinstance(rule, Price) and units()[rule.unit].dimension in ("time", "vcpu-time", "core-time", "byte-time"):
            assert rule.states_billed or rule.states_free, f"{product} {meter}"
            assert not set(rule.states_billed) & set(rule.states_free), f"{product} {meter}"


def test_every_meter_has_a_price_or_a_known_gap_and_every_price_a_product_of_its_vendors_file() -> None:
    for product in BOOK.products():
        assert (data_dir("pricing_data") / f"{product.split('.')[0]}.toml").is_file()
        for meter in BOOK.meters(product):
            assert BOOK.rules(product, meter.id) or BOOK.gaps(product), f"{product} {meter.id}"


def test_rows_of_one_price_are_in_order_of_date() -> None:
    for product in BOOK.products():
        for meter in BOOK.meters(product):
            rules = BOOK.rules(product, meter.id)
            for scope in {(r.region, r.plan) for r in rules}:
                days = [r.effective_from for r in rules if (r.region, r.plan) == scope]
                assert all(a < b for a, b in pairwise(days) if a and b)


def test_a_row_read_on_a_vendors_page_names_a_page_of_its_own() -> None:
    for product, meter, rule in ROWS:
        if rule.confidence == "unverified":
            assert rule.note, f"{product} {meter} is unverified and says nothing about why"


@pytest.mark.parametrize("key", ["source", "title", "checked_on", "effective_from", "granularity", "unit"])
def test_a_shipped_row_without_one_of_its_facts_is_refused(key: str) -> None:
    row = {
        "product": "acme.bot",
        "meter": "hours",
        "unit": "hour",
        "amount": 1,
        "granularity": "1 s",
        "effective_from": date(2026, 1, 1),
        "checked_on": date(2026, 1, 2),
        "source": "https://acme.example/",
        "title": "Prices",
        "confidence": "vendor page",
    }
    product = {"id": "acme.bot", "name": "Bot", "vendor": "Acme", "meter": [{"id": "hours", "label": "Hours", "unit": "hour"}]}
    PriceBook([("prices/acme.toml", PriceFile.model_validate({"product": [product], "price": [row]}), "list")], "")
    del row[key]
    with pytest.raises((DataError, ValueError)):
        check([("prices/acme.toml", PriceFile.model_validate({"product": [product], "price": [row]}), "list")])


@pytest.mark.parametrize(
    ("product", "meter", "plan"),
    [
        ("anthropic.managed_agents", "session_hours", ""),
        ("anthropic.managed_agents", "web_searches", ""),
        ("microsoft.copilot_studio", "credits", "pack"),
        ("microsoft.copilot_studio", "credits", "payg"),
        ("temporal.cloud", "actions", ""),
        ("temporal.cloud", "plan_fee", ""),
        ("aws.aurora_serverless", "acu_hours", ""),
        ("neon.postgres", "cu_hours", ""),
        ("aws.fargate", "vcpu_seconds", ""),
        ("aws.fargate", "gb_seconds", ""),
        ("e2b.sandbox", "vcpu_seconds", ""),
        ("langfuse.cloud", "units", ""),
        ("openrouter.gateway", "credit_purchases_usd", ""),
        ("litellm.proxy", "licence_months", ""),
        ("aws.s3", "storage_gb_months", ""),
        ("bls.wages", "developer_years", ""),
        ("bls.wages", "wages_usd", ""),
    ],
)
def test_the_parts_of_the_cost_model_are_priced_today(product: str, meter: str, plan: str) -> None:
    assert not isinstance(BOOK.at(product, meter, TODAY, plan=plan), Unpriced)


def test_every_product_a_runtime_names_is_in_the_book() -> None:
    from lockin_audit.scan.runtimes import load_runtimes

    named = {runtime.price_product for runtime in load_runtimes() if runtime.price_product}
    assert named <= set(BOOK.products())


def test_every_token_class_of_a_product_is_a_meter() -> None:
    for product, meter, rule in ROWS:
        if isinstance(rule, TokenPrice):
            assert meter.removesuffix("_tokens") in rule.classes, product
