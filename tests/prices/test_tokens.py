from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from textwrap import dedent

import pytest

from lockin_audit.prices.price import CLASSES, Price, TokenClass, Unpriced
from lockin_audit.prices.tokens import models, package_version, token_price

DAY = date(2026, 11, 21)


def _price(model: str, token_class: TokenClass, on: date = DAY, **options: object) -> Price:
    found = token_price(model, token_class, on, **options)  # type: ignore[arg-type]
    assert isinstance(found, Price), found
    return found


# Rates of facts read on the vendor's page (USD per million tokens), not copied from the package.
@pytest.mark.parametrize(
    ("model", "rates"),
    [
        ("anthropic/claude-opus-5", ("5", "25", "0.5", "6.25", "10", "2.5", "12.5")),
        ("anthropic/claude-sonnet-5", ("2", "10", "0.2", "2.5", "4", "1", "5")),
        ("anthropic/claude-haiku-4-5", ("1", "5", "0.1", "1.25", "2", "0.5", "2.5")),
    ],
)
def test_all_token_classes_of_a_model(model: str, rates: tuple[str, ...]) -> None:
    assert tuple(_price(model, token_class).amount for token_class in CLASSES) == tuple(Decimal(rate) for rate in rates)


def test_a_price_says_its_unit_date_and_package() -> None:
    price = _price("openai/o3", "input")
    assert (price.unit, price.per, price.currency) == ("token", 1_000_000, "USD")
    assert price.unit_price == Decimal("0.000002")
    assert price.effective_from == date(2025, 6, 10)
    assert package_version() in price.title
    assert price.confidence == "third party"


@pytest.mark.parametrize(("on", "amount", "since"), [(date(2025, 6, 9), "10", None), (date(2025, 6, 10), "2", date(2025, 6, 10))])
def test_a_change_of_price_holds_from_its_day(on: date, amount: str, since: date | None) -> None:
    price = _price("openai/o3", "input", on)
    assert (price.amount, price.effective_from) == (Decimal(amount), since)


@pytest.mark.parametrize(("on", "amount"), [(date(2026, 11, 30), "2"), (date(2026, 12, 1), "4")])
def test_an_announced_change_holds_from_its_day(on: date, amount: str) -> None:
    assert _price("google/gemini-4-argon", "input", on).amount == Decimal(amount)


@pytest.mark.parametrize(("tokens", "amount"), [(0, "0.1"), (100_000, "0.1"), (100_001, "0.5")])
def test_long_requests_reprice_every_token(tokens: int, amount: str) -> None:
    price = _price("anthropic/claude-haiku-5-5", "input", prompt_tokens=tokens)
    assert price.amount == Decimal(amount)
    assert "more than 100,000 prompt tokens" in price.note


def test_fast_mode_has_its_own_price_where_the_model_has_one() -> None:
    assert _price("anthropic/claude-opus-5", "output", variant="fast").amount == 50
    missing = token_price("anthropic/claude-sonnet-5", "output", DAY, variant="fast")
    assert isinstance(missing, Unpriced)
    assert "no fast mode price" in missing.reason


def test_a_cache_class_without_a_price_is_billed_as_input() -> None:
    price = _price("openai/gpt-5.5", "cache_write_5m")
    assert price.amount == _price("openai/gpt-5.5", "input").amount
    assert "billed as input" in price.note


@pytest.mark.parametrize(
    ("model", "words"),
    [
        ("anthropic/claude-99", "knows no model 'claude-99' of anthropic. Close: anthropic/claude-"),
        ("nobody/model", "knows no provider 'nobody'"),
        ("claude-opus-5", "does not name a provider"),
        ("", "does not name a provider"),
        ("anthropic/", "does not name a provider"),
    ],
)
def test_an_unknown_model_is_unpriced_with_the_reason(model: str, words: str) -> None:
    found = token_price(model, "input", DAY)
    assert isinstance(found, Unpriced)
    assert words in found.reason


def test_batch_prices_before_the_first_known_day_are_unpriced() -> None:
    found = token_price("anthropic/claude-sonnet-5", "batch_input", date(2026, 10, 13))
    assert isinstance(found, Unpriced)
    assert "no batch price" in found.reason


@pytest.mark.parametrize(
    "model", ["anthropic/claude-opus-5", "anthropic/claude-haiku-5-5", "openai/gpt-6-sol", "openai/gpt-5.5", "google/gemini-2.5-pro"]
)
def test_agrees_with_the_packages_own_calculation(model: str) -> None:
    from genai_prices import Usage, calc_price

    provider, name = model.split("/")
    for day in (date(2026, 3, 1), DAY):
        usage = Usage(input_tokens=50_000, output_tokens=15_000, cache_read_tokens=20_000, cache_write_tokens=7_000)
        stamp = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        theirs = calc_price(usage, name, provider_id=provider, genai_request_timestamp=stamp).total_price
        counts = {"input": 23_000, "output": 15_000, "cache_read": 20_000, "cache_write_5m": 7_000}
        ours = sum(
            (_price(model, token_class, day, prompt_tokens=50_000).unit_price * n for token_class, n in counts.items()),  # type: ignore[arg-type]
            Decimal(0),
        )
        assert ours == theirs


def test_lists_models_of_a_provider() -> None:
    assert "anthropic/claude-sonnet-5" in models("anthropic")
    assert models("nobody") == ()


@pytest.mark.parametrize(("variant", "amount"), [("", "5"), ("flex", "2.5"), ("priority", "12.5")])
def test_service_tiers_have_their_own_prices(variant: str, amount: str) -> None:
    found = token_price("openai/gpt-5.5", "input", date(2026, 11, 21), variant=variant)
    assert isinstance(found, Price)
    assert found.amount == Decimal(amount)


def test_a_model_without_a_tier_has_no_price_in_it() -> None:
    found = token_price("anthropic/claude-opus-5", "input", date(2026, 11, 21), variant="flex")
    assert isinstance(found, Unpriced)
    assert "no flex tier price of anthropic/claude-opus-5" in found.reason


def test_prices_are_read_without_an_http_client_which_still_works_for_whoever_wants_it() -> None:
    program = dedent(
        """
        import sys
        from lockin_audit.prices.tokens import models
        assert models("anthropic")
        clients = {"httpx2", "httpx"} & sys.modules.keys()
        assert not clients, clients
        from genai_prices import update_prices
        assert update_prices.UpdatePrices().request_timeout.connect == 5
        assert {"httpx2", "httpx"} & sys.modules.keys()
        """
    )
    subprocess.run([sys.executable, "-c", program], check=True)
