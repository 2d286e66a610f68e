"""A billing period in which a price changes: split at midnight of the day of the change, use spread evenly over the days.

Included amounts, steps of volume and minimum charges are a month's; each part gets its share of them by days, so that a period without
a change costs the same whether it is split or not. What is bought in whole steps or as a subscription is charged as on the first day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from lockin_audit.core.errors import DataError
from lockin_audit.prices.price import Meter, Price, Unpriced
from lockin_audit.prices.quantity import WORKING
from lockin_audit.prices.uses import in_unit

LONGEST = 31
"""Days of the longest month: quantities and allowances are a month's."""


@dataclass(frozen=True, slots=True)
class Part:
    """Days of a period on which one price holds."""

    first: date
    last: date
    found: Price | Unpriced
    share: Fraction
    """Its days as a share of the period."""


def check_period(first: date, last: date) -> None:
    """Refuse a period that is none, or longer than a month.

    Raises:
        DataError: says how to mend it.
    """
    if last < first:
        raise DataError("period", f"ends on {last}, before it begins on {first}.", "Give the first day, then the last.")
    if (last - first).days >= LONGEST:
        mend = "Quote each month by itself: allowances and steps are counted by the month."
        raise DataError("period", f"from {first} to {last} is longer than a month.", mend)


def parts(meter: Meter, first: date, last: date, price_on: Callable[[date], Price | Unpriced]) -> tuple[Part, ...]:
    """The stretches of a period on which one price holds, in order of time."""
    length = (last - first).days + 1
    days = [first + timedelta(days=n) for n in range(length)]
    found = [price_on(day) for day in days]
    if isinstance(found[0], Price) and (meter.fixed or (found[0].rounding != "none" and found[0].rounded == "bill")):
        return (Part(first, last, found[0], Fraction(1)),)
    starts = [n for n in range(length) if n == 0 or found[n] != found[n - 1]]
    return tuple(
        Part(days[start], days[end - 1], found[start], Fraction(end - start, length))
        for start, end in zip(starts, [*starts[1:], length], strict=True)
    )


def prorated(price: Price, share: Fraction) -> Price:
    """The price for a part of a month: allowance, ends of steps and minimum by the share of days."""
    if share == 1:
        return price
    part = in_unit(share)
    tiers = tuple(
        tier if tier.up_to is None else tier.model_copy(update={"up_to": WORKING.multiply(tier.up_to, part)}) for tier in price.tiers
    )
    original = prorated(price.original, share) if price.original else None
    shared = {name: _times(getattr(price, name), share) for name in ("included", "free_up_to", "minimum")}
    changes = {**shared, "tiers": tiers, "original": original}
    return price.model_copy(update=changes)


def spread(amount: Decimal, pieces: tuple[Part, ...]) -> tuple[Decimal, ...]:
    """The amount by days, adding up to exactly the whole."""
    shares = [_times(amount, piece.share) for piece in pieces[:-1]]
    rest = amount
    for share in shares:
        rest = WORKING.subtract(rest, share)
    return (*shares, rest)


def _times(amount: Decimal, share: Fraction) -> Decimal:
    return in_unit(Fraction(amount) * share)
