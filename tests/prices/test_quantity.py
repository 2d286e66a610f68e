from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lockin_audit.core.errors import DataError
from lockin_audit.prices.quantity import Quantity, plain, quantity, units


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("1", "1", ""),
        ("1.0", "1.0", ""),
        (" 90 min ", "90", "minute"),
        ("90min", "90", "minute"),
        ("2 GiB", "2", "gib"),
        ("2 gb", "2", "gb"),
        ("1.5M tokens", "1500000", "token"),
        ("1.5 M tokens", "1500000", "token"),
        ("10k", "10000", ""),
        ("3 million", "3000000", ""),
        ("2 bn tokens", "2000000000", "token"),
        ("1,000,000", "1000000", ""),
        ("1_000", "1000", ""),
        ("1e6", "1000000", ""),
        ("0.5 vCPU-h", "0.5", "vcpu-hour"),
        ("60 vCPU-seconds", "60", "vcpu-second"),
        ("5 kB", "5", "kb"),
        ("12 searches", "12", "search"),
        ("10 MTok", "10", "mtok"),
        ("0", "0", ""),
        ("$6,000", "6000", "usd"),
        ("$0.50", "0.50", "usd"),
        ("$2M", "2000000", "usd"),
        ("200M invocations", "200000000", "call"),
        ("512 KiB", "512", "kib"),
        ("0.5 vCPU * 3 h", "5400.0", "vcpu-second"),
        ("2 GB x 90 min", "10800", "gb-second"),
        ("90 s × 512 MiB", "46080", "mib-second"),
        ("5 * 20 searches", "100", "search"),
        ("3 * 4", "12", ""),
    ],
)
def test_reads_a_quantity(text: str, number: str, unit: str) -> None:
    found = quantity(text)
    assert found.number == Decimal(number)
    assert found.unit == unit


@pytest.mark.parametrize(
    "value",
    [
        "1 h * 2 h",
        "2 GB * 3 searches",
        "2 TB * 1 h",
        "1 * ",
        "* 2",
        "$",
        "$ 5 h",
        "1e20 * 1e20",
        "",
        "min",
        "1,5",
        "12,34",
        "-1",
        "five",
        "1e99",
        "NaN",
        "Infinity",
        "1e-40",
        "2 furlongs",
        "1 2",
        "0x10",
        "1..2",
    ],
)
def test_refuses_what_is_no_quantity(value: str) -> None:
    with pytest.raises(DataError, match=r"usage\.toml: session_hours"):
        quantity(value, "usage.toml: session_hours")


@pytest.mark.parametrize("value", [True, False, None, [1], 1.5])
def test_refuses_other_types(value: object) -> None:
    with pytest.raises(DataError, match="is not a quantity"):
        quantity(value)  # type: ignore[arg-type]


def test_an_unknown_unit_is_told_with_close_ones() -> None:
    with pytest.raises(DataError, match=r"the unit 'minuts' is not known\. Did you mean minute"):
        quantity("90 minuts")


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("90 min", "session-hour", "1.5"),
        ("1 ms", "session-hour", str(Decimal(1) / Decimal(3_600_000))),
        ("2 GiB", "gb", "2.147483648"),
        ("1 GiB-h", "gib-second", "3600"),
        ("60 vCPU-s", "vcpu-minute", "1"),
        ("2 MTok", "token", "2000000"),
        ("7", "token", "7"),
    ],
)
def test_converts_exactly(text: str, unit: str, expected: str) -> None:
    assert abs(quantity(text).to(unit) - Decimal(expected)) < Decimal("1e-27")


def test_units_of_different_things_do_not_convert() -> None:
    with pytest.raises(DataError, match=r"60 seconds: cannot be counted in vCPU-hours\. Give it in vCPU-hours"):
        quantity("60 s").to("vcpu-hour")


@given(st.decimals(min_value=0, max_value=10**12, places=6), st.sampled_from(sorted(units())))
def test_there_and_back_is_the_same(number: Decimal, unit: str) -> None:
    for other in units().values():
        if other.dimension == units()[unit].dimension:
            back = Quantity(Quantity(number, unit).to(other.id), other.id).to(unit)
            assert abs(back - number) <= number * Decimal("1e-48") + Decimal("1e-48")


@given(st.integers(min_value=0, max_value=10**15), st.sampled_from(["", "k", "M"]))
def test_scales_multiply(number: int, scale: str) -> None:
    assert quantity(f"{number}{scale}").number == number * {"": 1, "k": 1000, "M": 1_000_000}[scale]


@given(st.text(max_size=30))
@example("E0")
@example("_1")
@example("-.5e3 h")
def test_any_text_is_a_quantity_or_a_clear_error(text: str) -> None:
    try:
        found = quantity(text)
    except DataError:
        return
    assert found.number >= 0


@pytest.mark.parametrize(("number", "text"), [("0.7050", "0.705"), ("216000", "216000"), ("1E+3", "1000"), ("0", "0"), ("10.0", "10")])
def test_plain_text_of_a_number(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text


def test_every_unit_is_spelled_in_one_way_only() -> None:
    for unit in units().values():
        assert quantity(f"1 {unit.label}").unit == unit.id
        assert quantity(f"1 {unit.many}").unit == unit.id
        assert unit.factor > 0
