"""Single uses of a meter: each is raised to the vendor's least use and rounded to the vendor's step before they are added up.

A month's total hides this: 100 calls of 40 seconds on a meter with a minute's minimum are billed as 100 minutes, not 67.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lockin_audit.core.errors import DataError
from lockin_audit.core.record import Record
from lockin_audit.prices.price import Price
from lockin_audit.prices.quantity import WORKING, Quantity, quantity, units


class Use(Record):
    """One use of a meter, or several alike."""

    seconds: Fraction
    """How long it lasted, or for meters that count things, how many (see `counted`)."""
    counted: bool = False
    """True: `seconds` is a number in the meter's own unit."""
    each: Quantity | None = None
    """What was held while it lasted: vCPUs (a number) or memory (`2 GB`); None: one."""
    times: Decimal = Decimal(1)
    """How many such uses."""

    def binary(self) -> Use:
        """The use as a vendor counts it to whom a GB is 2^30 bytes."""
        return self if self.each is None else self.model_copy(update={"each": self.each.binary()})


Uses = tuple[Use, ...]


def read_uses(value: Sequence[Any], unit: str, where: str) -> Uses:
    """Read a list of uses: durations (`"25 min"`), or tables with `for`, `each` and `times`.

    Args:
        value: the list as TOML gives it.
        unit: unit of the meter, for lists of plain quantities.
        where: what to call it in errors.
    Raises:
        DataError: an entry is neither, or a unit does not fit.
    """
    found = []
    for number, entry in enumerate(value, 1):
        place = f"{where}: use {number}"
        if isinstance(entry, dict):
            unknown = sorted(set(entry) - {"for", "each", "times"})
            if unknown or "for" not in entry:
                problem = f"does not know {unknown[0]!r}." if unknown else "does not say for how long."
                raise DataError(place, problem, 'Write { for = "10 min", each = "2 GB", times = 5 }.')
            each = quantity(entry["each"], f"{place}: each") if "each" in entry else None
            times = quantity(entry.get("times", 1), f"{place}: times").number
            found.append(Use(seconds=seconds(quantity(entry["for"], place), place), each=each, times=times))
            continue
        amount = quantity(entry, place)
        if amount.unit and units()[amount.unit].dimension == "time":
            found.append(Use(seconds=seconds(amount, place)))
        else:
            found.append(Use(seconds=Fraction(amount.to(unit)), counted=True))
    return tuple(found)


def total_use(uses: Uses, price: Price, where: str) -> Decimal:
    """The billable total of single uses, in the unit of the price.

    Raises:
        DataError: a use without the size the meter needs, or with one it cannot have.
    """
    return in_unit(sum((_one(use, price, where) for use in uses), Fraction(0)))


def in_unit(exact: Fraction) -> Decimal:
    """An exact number as a decimal of 50 digits."""
    return WORKING.divide(Decimal(exact.numerator), Decimal(exact.denominator))


def billed_seconds(length: Fraction, price: Price, where: str = "") -> Fraction:
    """The time billed for one use: at least the least use, in whole steps where the vendor rounds each use."""
    shortest, _ = least(price, where)
    length = max(length, shortest)
    step = step_seconds(price, where)
    if not step:
        return length
    steps = length / step
    return step * (math.ceil(steps) if price.rounding == "up" else math.floor(steps) if price.rounding == "down" else round(steps))


def least(price: Price, where: str) -> tuple[Fraction, Fraction]:
    """Shortest time (seconds) and smallest size (bytes) billed for one use; 0 where there is none.

    Raises:
        DataError: `use_minimum` is neither a time nor a size.
    """
    time, size = Fraction(0), Fraction(0)
    for part in price.use_minimum.split(" and ") if price.use_minimum else ():
        amount = quantity(part, f"{where}: use_minimum")
        dimension = units()[amount.unit].dimension if amount.unit else ""
        if dimension == "time":
            time = Fraction(amount.number) * units()[amount.unit].factor
        elif dimension == "bytes":
            size = Fraction(amount.number) * units()[amount.unit].factor
        else:
            raise DataError(
                f"{where}: use_minimum", f"{part!r} is neither a time nor a size.", "Write '1 s', '128 MB' or '1 s and 128 MB'."
            )
    return time, size


def step_seconds(price: Price, where: str) -> Fraction:
    """Step of time to which each use is rounded, in seconds; 0 where the vendor states none."""
    return seconds(quantity(price.use_step, f"{where}: use_step"), f"{where}: use_step") if price.use_step else Fraction(0)


def seconds(amount: Quantity, where: str) -> Fraction:
    """A time in seconds; a plain number is seconds already.

    Raises:
        DataError: it is no time.
    """
    if not amount.unit:
        return Fraction(amount.number)
    if units()[amount.unit].dimension != "time":
        raise DataError(where, f"{amount} is not a time.", "Write it as '10 min' or '90 s'.")
    return Fraction(amount.number) * units()[amount.unit].factor


def size_in(held: Quantity | None, unit: str, where: str) -> Fraction:
    """What was held, in what the base unit of a time-product counts (vCPUs, cores or bytes), times one second.

    Raises:
        DataError: memory without a unit, or a unit that does not fit.
    """
    dimension = units()[unit].dimension
    if dimension == "byte-time":
        if held is None or not held.unit or units()[held.unit].dimension != "bytes":
            raise DataError(where, "does not say how much memory was held.", "Add it with its unit, such as '2 GB'.")
        return Fraction(held.number) * units()[held.unit].factor
    if held is not None and held.unit:
        raise DataError(where, f"{held} does not fit {units()[unit].many}.", "Give a plain number of processors.")
    return Fraction(held.number) if held is not None else Fraction(1)


def _one(use: Use, price: Price, where: str) -> Fraction:
    if use.counted:
        return use.seconds * Fraction(use.times)
    unit = units()[price.unit]
    if unit.dimension.endswith("-month"):
        return _months(use, price, where)
    length = billed_seconds(use.seconds, price, where)
    if unit.dimension not in ("time", "vcpu-time", "core-time", "byte-time"):
        step = step_seconds(price, where)
        if not step:
            raise DataError(where, f"counts {unit.many}, which have no length.", f"Give a number of {unit.many}.")
        return length / step * Fraction(use.times)
    _, smallest = least(price, where)
    held = size_in(use.each, price.unit, where)
    held = max(held, smallest) if unit.dimension == "byte-time" else held
    return length * held * Fraction(use.times) / unit.factor


def _months(use: Use, price: Price, where: str) -> Fraction:
    """Something kept for a part of a month: bytes, records, tools."""
    unit = units()[price.unit]
    if not price.month:
        raise DataError(where, f"counts {unit.many}, and the vendor does not say how long a month is.", f"Give a number of {unit.many}.")
    share = use.seconds / seconds(quantity(price.month, f"{where}: month"), where) * Fraction(use.times)
    if unit.dimension != "byte-month":
        return share * (Fraction(use.each.number) if use.each is not None else Fraction(1))
    if use.each is None or not use.each.unit or units()[use.each.unit].dimension != "bytes":
        raise DataError(where, "does not say how much was kept.", "Add it with its unit, such as each = '2 GB'.")
    return share * Fraction(use.each.number) * units()[use.each.unit].factor / unit.factor
