from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lockin_audit.core.config import PriceOverride
from lockin_audit.core.errors import AuditError, DataError
from lockin_audit.prices.bill import bill
from lockin_audit.prices.book import load_book
from lockin_audit.prices.price import Price, Unpriced
from lockin_audit.prices.quantity import quantity

DAY = date(2026, 11, 21)
CMA = "anthropic.managed_agents"
OWN = """
[[price]]
product = "anthropic.managed_agents"
meter = "session_hours"
unit = "session-hour"
amount = 0.06
granularity = "1 ms"
effective_from = 2026-10-01
effective_to = 2026-12-31
source = "Order form 17"
confidence = "unverified"
"""


def _own(folder: Path, text: str = OWN, name: str = "anthropic.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def _amount(found: Price | Unpriced) -> Decimal:
    assert isinstance(found, Price), found
    return found.amount


def _reason(found: Price | Unpriced) -> str:
    assert isinstance(found, Unpriced), found
    return found.reason


def test_a_price_comes_with_everything_a_ledger_needs() -> None:
    price = load_book().at(CMA, "session_hours", DAY)
    assert isinstance(price, Price)
    assert (price.unit_price, price.unit, price.currency) == (Decimal("0.08"), "session-hour", "USD")
    assert (price.effective_from, price.checked_on) == (date(2026, 4, 8), date(2026, 9, 26))
    assert price.source.startswith("https://platform.claude.com/")
    assert price.states_billed == ("running",)


@pytest.mark.parametrize(
    ("product", "meter", "day_before", "amount_before", "amount"),
    [
        ("aws.agentcore_runtime", "vcpu_hours", date(2025, 10, 12), None, "0.0895"),
        ("microsoft.foundry_agents", "vcpu_hours", date(2026, 4, 21), None, "0.0994"),
        ("google.agent_runtime", "vcpu_hours", date(2026, 8, 20), "0.0864", "0.085"),
        ("aws.bedrock_flows", "transitions", date(2025, 1, 31), None, "0.035"),
        ("openai.responses", "container_sessions", date(2026, 3, 30), None, "0.03"),
    ],
)
def test_the_day_before_and_the_day_of_a_change(product: str, meter: str, day_before: date, amount_before: str | None, amount: str) -> None:
    book = load_book()
    before = book.at(product, meter, day_before)
    if amount_before is None:
        assert isinstance(before, Unpriced)
    else:
        assert _amount(before) == Decimal(amount_before)
    assert _amount(book.at(product, meter, date.fromordinal(day_before.toordinal() + 1))) == Decimal(amount)


def test_plans_choose_prices_and_a_missing_plan_is_told() -> None:
    book = load_book()
    assert _amount(book.at("aws.agentcore_runtime", "vcpu_hours", DAY, plan="v2")) == Decimal("0.1276")
    assert _reason(book.at("microsoft.copilot_studio", "credits", DAY)) == "The price depends on the plan; known: pack, payg."
    assert _reason(book.at("aws.fargate", "vcpu_seconds", DAY, region="mars")) == "There is no price for region 'mars'; known: us-east-1."


def test_a_retired_price_says_when_it_ended() -> None:
    assert (
        _reason(load_book().at("temporal.cloud", "actions", date(2025, 3, 1), plan="until_2024"))
        == "The last known price ended on 2024-12-31."
    )


def test_a_price_without_a_known_start_says_so_before_its_first_reading() -> None:
    reason = _reason(load_book().at("aws.agentcore_gateway", "invocations", date(2026, 9, 25)))
    assert "the vendor does not say since when" in reason


def test_token_meters_ask_for_the_model() -> None:
    book = load_book()
    assert _amount(book.at(CMA, "output_tokens", DAY, model="anthropic/claude-sonnet-5")) == 10
    assert "name the model" in _reason(book.at(CMA, "output_tokens", DAY))
    assert "knows no model" in _reason(book.at(CMA, "output_tokens", DAY, model="anthropic/nothing"))


def test_unknown_names_list_the_known_ones() -> None:
    book = load_book()
    with pytest.raises(AuditError, match=r"Did you mean anthropic\.managed_agents"):
        book.product("anthropic.managed_agent")
    with pytest.raises(AuditError, match=r"has no meter 'hours'\. Did you mean session_hours\? Known: session_hours, web_searches, input"):
        book.at(CMA, "hours", DAY)


@pytest.mark.parametrize(
    ("day", "amount"), [(date(2026, 9, 30), "0.08"), (date(2026, 10, 1), "0.06"), (date(2026, 12, 31), "0.06"), (date(2027, 1, 1), "0.08")]
)
def test_a_users_own_row_holds_in_its_time_and_the_list_price_around_it(tmp_path: Path, day: date, amount: str) -> None:
    book = load_book(_own(tmp_path))
    assert _amount(book.at(CMA, "session_hours", day)) == Decimal(amount)


def test_an_agreed_price_goes_before_all_others_and_names_its_contract(tmp_path: Path) -> None:
    agreed = PriceOverride(product=CMA, meter="session_hours", unit_price=0.05, source="Contract 4711", effective_from=date(2026, 11, 1))
    book = load_book(_own(tmp_path), [agreed])
    assert _amount(book.at(CMA, "session_hours", date(2026, 10, 31))) == Decimal("0.06")
    (line,) = bill(book, CMA, {"session_hours": quantity(10)}, as_of=DAY).lines
    assert (line.amount, line.source, line.layer) == (Decimal("0.50"), "Contract 4711", "agreed")


def test_an_agreed_price_keeps_what_is_included_and_how_it_is_rounded() -> None:
    agreed = PriceOverride(product="microsoft.copilot_studio", meter="credits", unit_price=0.007, source="Enterprise agreement")
    quote = bill(load_book(overrides=[agreed]), "microsoft.copilot_studio", {"credits": quantity(30_000)}, plan="pack", as_of=DAY)
    assert quote.total == 50_000 * Decimal("0.007")


def test_an_agreed_token_price_needs_no_model() -> None:
    agreed = PriceOverride(product=CMA, meter="input_tokens", unit_price=0.000002, source="Contract")
    assert _amount(load_book(overrides=[agreed]).at(CMA, "input_tokens", DAY)) == Decimal("0.000002")


def test_an_agreed_price_for_something_unknown_is_an_error() -> None:
    with pytest.raises(DataError, match=r"\[\[price\]\] 1 \(acme.bot hours\): product 'acme.bot' is not in the price book"):
        load_book(overrides=[PriceOverride(product="acme.bot", meter="hours", unit_price=1, source="x")])
    with pytest.raises(DataError, match="has no meter 'hours'"):
        load_book(overrides=[PriceOverride(product=CMA, meter="hours", unit_price=1, source="x")])


def test_the_digest_follows_content(tmp_path: Path) -> None:
    plain, again, own = load_book(), load_book(), load_book(_own(tmp_path))
    agreed = load_book(overrides=[PriceOverride(product=CMA, meter="session_hours", unit_price=0.05, source="x")])
    assert plain.digest == again.digest
    assert len({plain.digest, own.digest, agreed.digest}) == 3


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("granularity =", "granul ="), "price: entry 1"),
        (('granularity = "1 ms"\n', ""), "granularity: this key is required and missing"),
        (('source = "Order form 17"\n', ""), "source: this key is required and missing"),
        (("effective_from = 2026-10-01\neffective_to = 2026-12-31\n", ""), "has no effective_from"),
        (("effective_to = 2026-12-31", "effective_to = 2026-09-30"), "effective_to lies before effective_from"),
        (('unit = "session-hour"\n', ""), "unit: this key is required and missing"),
        (('unit = "session-hour"', 'unit = "hour"'), "is in 'hour', but the meter counts 'session-hour'"),
        (('meter = "session_hours"', 'meter = "hours"'), "meter 'hours' is not known. Known: session_hours"),
        (("anthropic.managed_agents", "anthropic.agents"), "product 'anthropic.agents' is not known"),
        (("amount = 0.06", "amount = -1"), "amount"),
        (('granularity = "1 ms"', 'granularity = "1 GB"'), "cannot be counted in session-hours"),
        (('granularity = "1 ms"', 'granularity = "1 ms"\nrounding = "up"'), "rounding needs a rounding_note"),
        (('granularity = "1 ms"', 'granularity = "not stated"\nrounding = "up"\nrounding_note = "x"'), "its granularity is not stated"),
        (("amount = 0.06", 'amount = 0.06\ncurrency = "XXX"'), "neither USD nor a unit"),
        (("amount = 0.06", 'amount = 0.06\nlayer = "agreed"'), "sets layer"),
        (("amount = 0.06", "amount = 0.06\nper = 0"), "per must be more than 0"),
        (("amount = 0.06", 'amount = 0.06\ntier_mode = "cliff"'), "a tier_mode needs tiers"),
        (
            ("amount = 0.06", 'amount = 3\ntier_mode = "cliff"\ntiers = [{ amount = 3 }, { amount = 2 }]'),
            "each tier but the last needs an up_to",
        ),
        (("amount = 0.06", 'amount = 3\ntier_mode = "cliff"\ntiers = [{ amount = 2 }]'), "first tier's amount must equal"),
    ],
)
def test_a_wrong_row_is_refused_with_file_row_and_mend(tmp_path: Path, change: tuple[str, str], words: str) -> None:
    assert change[0] in OWN
    with pytest.raises(DataError, match=r"anthropic\.toml: price") as error:
        load_book(_own(tmp_path, OWN.replace(*change)))
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (OWN, "price 2 (anthropic.managed_agents session_hours): effective_from 2026-10-01 repeats row 1"),
        (OWN.replace("2026-10-01", "2026-05-01"), "effective_from 2026-05-01 stands after row 1 of 2026-10-01"),
    ],
)
def test_rows_of_one_price_stand_in_order_of_date(tmp_path: Path, second: str, words: str) -> None:
    with pytest.raises(DataError) as error:
        load_book(_own(tmp_path, OWN + second))
    assert words in str(error.value)


def test_a_folder_that_is_none_and_a_product_that_stands_twice(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is not a folder of price files"):
        load_book(tmp_path / "missing")
    with pytest.raises(DataError, match="stands twice"):
        load_book(_own(tmp_path, '[[product]]\nid = "anthropic.managed_agents"\nname = "x"\nvendor = "x"\n'))


def test_the_prices_of_some_vendors_can_be_read_alone() -> None:
    whole, alone = load_book(), load_book(vendors=["temporal"])
    assert alone.products() == ("temporal.cloud",)
    assert alone.digest == whole.digest
    assert alone.rules("temporal.cloud", "actions") == whole.rules("temporal.cloud", "actions")
    assert load_book(vendors=["temporal", "nobody"]).products() == whole.products()


def test_what_an_agreement_names_is_read_with_the_vendors_asked_for() -> None:
    agreed = PriceOverride(product=CMA, meter="session_hours", unit_price=0.05, source="x")
    book = load_book(overrides=[agreed], vendors=["temporal"])
    assert {product.split(".")[0] for product in book.products()} == {"anthropic", "temporal"}
    price = book.at(CMA, "session_hours", date(2026, 11, 21))
    assert isinstance(price, Price)
    assert price.unit_price == Decimal("0.05")


def test_region_and_plan_are_not_guessed_from_each_other(tmp_path: Path) -> None:
    row = OWN.replace("effective_to = 2026-12-31\n", "")
    text = row + row.replace("amount = 0.06", 'amount = 0.07\nregion = "eu"') + row.replace("amount = 0.06", 'amount = 0.05\nplan = "gold"')
    book = load_book(_own(tmp_path, text))
    assert _amount(book.at(CMA, "session_hours", DAY, region="eu")) == Decimal("0.07")
    assert _amount(book.at(CMA, "session_hours", DAY, plan="gold")) == Decimal("0.05")
    assert "none for both together" in _reason(book.at(CMA, "session_hours", DAY, region="eu", plan="gold"))


GAP = """
[[gap]]
product = "anthropic.managed_agents"
{scope}
reason = "Agreed with sales."
checked_on = 2026-11-01
source = "https://acme.example/"
title = "Prices"
"""


def test_a_known_gap_gives_its_reason_and_makes_its_plan_a_known_one(tmp_path: Path) -> None:
    book = load_book(_own(tmp_path, GAP.format(scope='plan = "gold"')))
    assert "gold" in book.plans(CMA)
    assert "gold" not in book.plans(CMA, priced=True)
    assert _reason(book.at(CMA, "session_hours", DAY, plan="gold")) == "Agreed with sales."
    assert _amount(book.at(CMA, "session_hours", DAY)) == Decimal("0.08")
    quote = bill(book, CMA, {"session_hours": quantity(1)}, as_of=DAY, plan="gold")
    assert (quote.total, quote.unpriced[0].reason) == (None, "Agreed with sales.")


def test_a_gap_of_a_meter_speaks_only_where_there_is_no_price(tmp_path: Path) -> None:
    book = load_book(_own(tmp_path, GAP.format(scope='meters = ["session_hours"]')))
    assert _amount(book.at(CMA, "session_hours", DAY)) == Decimal("0.08")
    alibaba = load_book().at("alibaba.managed_agents", "session_hours", DAY)
    assert "the rates were not seen" in _reason(alibaba)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GAP.format(scope='meters = ["clicks"]'), "gap 1 (anthropic.managed_agents): meter 'clicks' is not known"),
        (GAP.format(scope="").replace("anthropic.managed_agents", "acme.bot"), "gap 1 (acme.bot): product 'acme.bot' is not known"),
        (GAP.format(scope="").replace("https://acme.example/", "somewhere"), "gap: entry 1: source"),
    ],
)
def test_a_wrong_gap_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(DataError) as error:
        load_book(_own(tmp_path, text))
    assert words in str(error.value)


def test_a_folder_without_prices_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="holds no price files"):
        load_book(tmp_path)
