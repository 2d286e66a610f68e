"""Every bill a vendor works out in its documentation comes out the same, and the vendors' own errors stay known as such."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lockin_audit.core.config import PriceOverride
from lockin_audit.prices.bill import bill
from lockin_audit.prices.book import PriceBook, load_book
from lockin_audit.prices.quantity import Quantity, quantity
from lockin_audit.prices.sessions import read_sessions
from lockin_audit.prices.uses import Uses, read_uses

EXAMPLES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "vendor_examples.toml").read_text(encoding="utf-8"), parse_float=Decimal
)["example"]


def _quantity(book: PriceBook, product: str, meter: str, value: Any) -> Quantity | Uses:
    if isinstance(value, list):
        return read_uses(value, book.meter(product, meter).unit, meter)
    return quantity(value)


def _totals(example: dict[str, Any]) -> tuple[Decimal, Decimal]:
    """The example's total, exact and with every line rounded to cents."""
    book = load_book(overrides=[PriceOverride(**row) for row in example.get("agreed", ())])
    total, by_line = Decimal(0), Decimal(0)
    for part in example["bill"]:
        usage = {name: _quantity(book, part["product"], name, value) for name, value in part["usage"].items()}
        options = {key: part[key] for key in ("model", "plan", "region", "included", "prompt_tokens") if key in part}
        sessions = read_sessions(part.get("session", []), example["id"])
        quote = bill(book, part["product"], usage, as_of=example["as_of"], sessions=sessions, **options)
        assert quote.unpriced == ()
        assert quote.total is not None
        unit, measured = example.get("unit"), example.get("measured")
        if measured:
            total += next(line.quantity for line in quote.lines if line.meter == measured)
        else:
            total += next(own.total for own in quote.own_units if own.unit == unit) if unit else quote.total
        by_line += quote.total_of_rounded_lines or 0
    return total, by_line


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_a_vendors_worked_example_comes_out_the_same(example: dict[str, Any]) -> None:
    (ours, by_line), exact, published = _totals(example), Decimal(example["total"]), Decimal(example["published"])
    assert ours == exact
    if example["check"] == "exact":
        assert ours == published
    elif example["check"] == "cents":
        assert ours.quantize(Decimal("0.01")) == published
    elif example["check"] == "lines":
        assert by_line == published
    elif example["check"] == "tolerance":
        assert abs(ours - published) <= Decimal(example["tolerance"])
    else:
        assert example["check"] == "mismatch"
        assert example["why"]
        assert ours != published


def test_no_example_stands_twice() -> None:
    ids = [example["id"] for example in EXAMPLES]
    assert len(ids) == len(set(ids))
