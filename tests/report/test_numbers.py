"""Numbers as texts."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.core.audit import Days
from lockin_audit.report import numbers


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234567.891, "$1,234,568"),
        (-1234.5, "−$1,234"),
        (0, "$0"),
        (0.754, "$0.75"),
        (0.0004, "$0.0004"),
        (-0.00001, "$0.0000"),
        (None, "unknown"),
        (math.inf, "unknown"),
        (math.nan, "unknown"),
    ],
)
def test_money(value: float | None, text: str) -> None:
    assert numbers.money(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (153_968, "$154k"),
        (-38_272, "−$38.3k"),
        (1_372_674, "$1.37M"),
        (999_999, "$1M"),
        (999_999_999, "$1bn"),
        (2_000_000, "$2M"),
        (950, "$950"),
        (0.5, "$0.50"),
        (5.6e13, "$56,000bn"),
    ],
)
def test_money_short(value: float, text: str) -> None:
    assert numbers.money_short(value) == text


def test_other_currencies_are_named() -> None:
    assert (numbers.money(12_000, "EUR"), numbers.money_short(12_000, "CHF")) == ("€12,000", "CHF 12k")


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_a_short_amount_is_within_one_percent_and_reads_as_money(value: float) -> None:
    text = numbers.money_short(value)
    found = re.fullmatch(r"(−?)\$([\d,.]+)(k|M|bn)?", text)
    assert found
    size = float(found[2].replace(",", "")) * {"k": 1e3, "M": 1e6, "bn": 1e9, None: 1}[found[3]]
    assert size == pytest.approx(abs(value), rel=0.01, abs=0.01)


def test_shares_are_never_rounded_to_certainty() -> None:
    assert [numbers.share(v) for v in (0, 0.001, 0.5, 0.849, 0.999, 1, None)] == [
        "0%",
        "under 1%",
        "50%",
        "85%",
        "over 99%",
        "100%",
        "unknown",
    ]


def test_units_and_ranges() -> None:
    assert numbers.with_unit(38_000, "tokens/session") == "38,000 tokens/session"
    assert numbers.with_unit(0.09, "share/year") == "9%/year"
    assert numbers.with_unit(0.6, "share") == "60%"
    assert numbers.with_unit(165_000, "USD/year") == "$165,000/year"
    assert numbers.with_unit(3, "") == "3"
    assert numbers.span(25_000, 70_000, "sessions/month") == "25,000 to 70,000 sessions/month"
    assert numbers.span(0.07, 0.12, "share/year") == "7% to 12%/year"
    assert numbers.span(1, 1, "days") == "no range"


def test_words() -> None:
    assert numbers.count(0, "place") == "no places"
    assert numbers.count(1, "file or folder", "files or folders") == "1 file or folder"
    assert numbers.count(1204, "place") == "1,204 places"
    assert numbers.days(Days(low=16, likely=31, high=64)) == "16 to 64 person-days, most likely 31"
    assert numbers.days(Days(low=0, likely=0, high=0)) == "no person-days"
    assert numbers.month(None, 36) == "not reached within 36 months"
    assert numbers.listing(["a"]) == "a" and numbers.listing([]) == "" and numbers.listing(["a", "b", "c"]) == "a, b and c"
    assert numbers.size(180_000) == "180 kB" and numbers.size(12) == "12 bytes"


def test_a_minus_sign_holds_to_the_currency_behind_it() -> None:
    assert numbers.unbroken("−$958k to −EUR 3") == "−\u2060$958k to −\u2060EUR 3"
    assert numbers.unbroken("3 − 2, −5") == "3 − 2, −5"
