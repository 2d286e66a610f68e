"""What a price file must obey beyond its form: known units, products and meters, a source and a date per row, dates in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from lockin_audit.core.errors import DataError
from lockin_audit.prices.price import MONEY, Layer, Meter, Price, PriceFile, TokenPrice
from lockin_audit.prices.quantity import quantity, units
from lockin_audit.prices.uses import least, seconds, step_seconds


def check(files: Sequence[tuple[str, PriceFile, Layer]], currencies: Sequence[str] = ()) -> None:
    """Check files against each other and the unit registry.

    Args:
        files: name, content and layer of each.
        currencies: currencies there are exchange rates for; a user's rows may be in them.

    Raises:
        DataError: names the file, the row (counted from 1) and the mend.
    """
    meters: dict[str, dict[str, Meter]] = {}
    for name, file, layer in files:
        for product in file.products:
            where = f"{name}: product {product.id}"
            stem = name.rsplit("/", 1)[-1].removesuffix(".toml")
            if product.id in meters:
                raise DataError(where, "stands twice.", "Give it another id, or add price rows to the one there is.")
            if layer == "list" and product.id.split(".")[0] != stem:
                raise DataError(where, f"does not belong in {stem}.toml.", "Put it into the file of its vendor.")
            meters[product.id] = {}
            for meter in product.meters:
                if meter.unit not in units():
                    problem = f"the unit {meter.unit!r} is not in units.toml."
                    raise DataError(f"{where}: meter {meter.id}", problem, "Add it there or correct it.")
                if meter.id in meters[product.id]:
                    raise DataError(f"{where}: meter {meter.id}", "stands twice.", "Remove one of them.")
                meters[product.id][meter.id] = meter
    for name, file, _ in files:
        for number, gap in enumerate(file.gaps, 1):
            where = f"{name}: gap {number} ({gap.product})"
            if gap.product not in meters:
                _unknown(where, "product", gap.product, sorted(meters))
            for named in gap.meters:
                if named not in meters[gap.product] and not named.endswith("_tokens"):
                    _unknown(where, "meter", named, sorted(meters[gap.product]))
    for name, file, layer in files:
        seen: dict[tuple[str, ...], tuple[int, date]] = {}
        for number, price in enumerate(file.prices, 1):
            where = f"{name}: price {number} ({price.product} {price.meter})"
            _row(where, price, meters, layer, currencies)
            _order(where, "row", number, (price.product, price.meter, price.region, price.plan), price, seen)
        entries: dict[tuple[str, ...], tuple[int, date]] = {}
        for number, entry in enumerate(file.tokens, 1):
            where = f"{name}: tokens {number} ({entry.product})"
            if entry.product not in meters:
                _unknown(where, "product", entry.product, sorted(meters))
            for token_class in entry.classes:
                _order(where, "entry", number, (entry.product, token_class, entry.region, entry.plan), entry, entries)
            if entry.classes != tuple(dict.fromkeys(entry.classes)):
                raise DataError(where, "names a token class twice.", "Remove one of them.")


def _row(where: str, price: Price, meters: dict[str, dict[str, Meter]], layer: Layer, currencies: Sequence[str]) -> None:
    if price.product not in meters:
        _unknown(where, "product", price.product, sorted(meters))
    if price.meter not in meters[price.product]:
        _unknown(where, "meter", price.meter, sorted(meters[price.product]))
    expected = meters[price.product][price.meter].unit
    if price.unit != expected:
        raise DataError(where, f"is in {price.unit!r}, but the meter counts {expected!r}.", "Use the meter's unit, or change both.")
    for allowance in price.included_with:
        if allowance.meter == price.meter or allowance.meter not in meters[price.product]:
            _unknown(f"{where}: included_with", "other meter", allowance.meter, sorted(set(meters[price.product]) - {price.meter}))
    if price.effective_from is None:
        mend = "Give the first day the price holds, or the day it was first read with effective_basis = 'first seen'."
        raise DataError(where, "has no effective_from.", mend)
    if layer == "list" and not (price.source.startswith("https://") and price.title):
        raise DataError(where, "has no source with address and title.", "Name the page in source (https://...) and title.")
    if price.checked_on is None and layer == "list":
        raise DataError(where, "has no checked_on.", "Give the day on which the page was last read.")
    if price.effective_basis == "first seen" and price.checked_on and price.effective_from > price.checked_on:
        raise DataError(where, "was first seen after it was last checked.", "Correct effective_from or checked_on.")
    if price.layer != "list" or price.overlay or price.original is not None:
        raise DataError(where, "sets layer, overlay or original, which follow from where the file lies.", "Remove that key.")
    if price.currency != MONEY and price.currency not in units() and not (layer == "own" and price.currency in currencies):
        problem = f"the currency {price.currency!r} is neither {MONEY} nor a unit."
        raise DataError(where, problem, "Use USD, or add the vendor's credit to units.toml.")
    if price.granularity != "not stated":
        step = quantity(price.granularity, f"{where}: granularity")
        try:
            step.to(price.unit)
        except DataError as error:
            raise DataError(f"{where}: granularity", str(error)) from None
    elif price.rounding != "none" and price.rounded == "bill":
        raise DataError(where, "is rounded, but its granularity is not stated.", "Give the step, or set rounding to 'none'.")
    least(price, where)
    step_seconds(price, where)
    if price.month:
        seconds(quantity(price.month, f"{where}: month"), f"{where}: month")


def _order(
    where: str, kind: str, number: int, key: tuple[str, ...], rule: Price | TokenPrice, seen: dict[tuple[str, ...], tuple[int, date]]
) -> None:
    start = rule.effective_from
    if start is None:
        return
    if key in seen:
        earlier, day = seen[key]
        if start == day:
            mend = f"Give it its own date, or correct {kind} {earlier} if that was wrong when written."
            raise DataError(where, f"effective_from {start} repeats {kind} {earlier}.", mend)
        if start < day:
            problem = f"effective_from {start} stands after {kind} {earlier} of {day}."
            raise DataError(where, problem, "Put the rows of one price in order of date.")
    seen[key] = (number, start)


def _unknown(where: str, what: str, name: str, known: Sequence[str]) -> NoReturn:
    raise DataError(where, f"{what} {name!r} is not known.", f"Known: {', '.join(known)}.")
