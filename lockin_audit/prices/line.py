"""One line of a bill: used, less what is included, rounded as the vendor rounds, priced tier by tier, raised to the minimum charge."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from lockin_audit.core.errors import DataError
from lockin_audit.prices.price import Meter, Price, Unpriced
from lockin_audit.prices.quantity import EXACT, WORKING, quantity, units
from lockin_audit.prices.quote import Band, Line, times, total
from lockin_audit.prices.uses import Uses


def with_allowances(price: Price, amounts: Mapping[str, Decimal | Uses] | None) -> Price:
    """The price with all that comes free in a bill of these amounts; None: nothing is free any more.

    Raises:
        DataError: an allowance depends on a meter that is given as single uses.
    """
    if amounts is None:
        return price.model_copy(update={"included": Decimal(0), "free_up_to": Decimal(0)})
    included = price.included
    for allowance in price.included_with:
        other = amounts.get(allowance.meter, Decimal(0))
        if isinstance(other, tuple):
            raise DataError(allowance.meter, "is given as single uses, and what is free depends on its number.", "Give its number.")
        included = EXACT.add(included, EXACT.multiply(allowance.amount, other))
    return price.model_copy(update={"included": included})


def line_of(meter: Meter, number: Decimal, price: Price) -> Line | Unpriced:
    """One line: what a quantity of a meter costs at a price, or why its tiers do not reach that far."""
    free = number <= price.free_up_to
    included = number if free else min(price.included, number)
    billed = _rounded(WORKING.subtract(number, included), price)
    bands = _bands(billed, price)
    if isinstance(bands, Unpriced):
        return bands
    amount = total(band.amount for band in bands)
    minimum = price.minimum if (number and not free) or meter.fixed else Decimal(0)
    return Line(
        meter=meter.id,
        label=meter.label,
        quantity=number,
        unit=meter.unit,
        included=included,
        billed=billed,
        unit_price=bands[0].unit_price if bands else _per_unit(price.amount, price),
        amount=max(amount, minimum),
        currency=price.currency,
        bands=bands,
        minimum=minimum,
        unused_expires=price.unused_expires,
        rounding=_rounding_words(price),
        region=price.region,
        plan=price.plan,
        effective_from=price.effective_from,
        effective_basis=price.effective_basis,
        checked_on=price.checked_on,
        source=price.source,
        title=price.title,
        confidence=price.confidence,
        layer=price.layer,
        overlay=price.overlay,
        paid_currency=price.original.currency if price.original else "",
        paid_amount=_paid(billed, bool(minimum), price.original) if price.original else Decimal(0),
        note=price.note,
    )


def _paid(billed: Decimal, used: bool, original: Price) -> Decimal:
    """The line's amount in the currency the price was agreed in."""
    bands = _bands(billed, original)
    amount = Decimal(0) if isinstance(bands, Unpriced) else total(band.amount for band in bands)
    return max(amount, original.minimum if used else Decimal(0))


def _rounded(number: Decimal, price: Price) -> Decimal:
    """A billed quantity in whole steps, where the vendor rounds the month's total."""
    if price.rounding == "none" or price.rounded == "use" or not number:
        return number
    step = quantity(price.granularity).to(price.unit)
    steps = Fraction(number) / Fraction(step)
    whole = math.ceil(steps) if price.rounding == "up" else math.floor(steps) if price.rounding == "down" else round(steps)
    return WORKING.multiply(Decimal(whole), step)


def _bands(billed: Decimal, price: Price) -> tuple[Band, ...] | Unpriced:
    """The billed quantity split at the tiers' ends (marginal), or whole at the price of the tier it reaches (cliff)."""
    if not billed:
        return ()
    if not price.tiers:
        return (_band(billed, price.amount, price),)
    top = price.tiers[-1].up_to
    if top is not None and billed > top:
        words = f"{top:,f} {units()[price.unit].many}"
        return Unpriced(product=price.product, meter=price.meter, reason=f"No price is published above {words} a month; ask the vendor.")
    if price.tier_mode == "cliff":
        reached = next(tier for tier in price.tiers if tier.up_to is None or billed <= tier.up_to)
        return (_band(billed, reached.amount, price),)
    bands, below = [], Decimal(0)
    for tier in price.tiers:
        end = billed if tier.up_to is None else min(billed, tier.up_to)
        if end > below:
            bands.append(_band(WORKING.subtract(end, below), tier.amount, price))
            below = end
    return tuple(bands)


def _band(number: Decimal, amount: Decimal, price: Price) -> Band:
    each = _per_unit(amount, price)
    return Band(quantity=number, unit_price=each, amount=times(number, each))


def _per_unit(amount: Decimal, price: Price) -> Decimal:
    return WORKING.divide(amount, price.per)


def _rounding_words(price: Price) -> str:
    counted = "" if price.granularity == "not stated" else f"Counted by {price.granularity}."
    least = f"Least for one use: {price.use_minimum}." if price.use_minimum else ""
    return " ".join(part for part in (counted, least, price.rounding_note) if part)
