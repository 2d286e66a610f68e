"""Quantities with units: `90 min`, `2 GiB`, `1.5M tokens`, `250000`. Units and their sizes come from pricing_data/units.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from functools import cache

from pydantic import Field

from lockin_audit.core.data_files import data_dir, load
from lockin_audit.core.errors import DataError
from lockin_audit.core.record import Record

WORKING = Context(prec=50, rounding=ROUND_HALF_EVEN)
"""Arithmetic inside a line: wide enough that 120 GB-seconds, a third of a tenth of a GB-hour, come out as if no digit were lost."""
EXACT = Context(prec=28, rounding=ROUND_HALF_EVEN)
"""Arithmetic of amounts and totals: 28 significant digits, Python's own default, so anyone can check a bill."""

_LIMIT = Decimal("1e27")
_SCALES = {"": 0, "k": 10**3, "thousand": 10**3, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
_DOLLARS = re.compile(r"^\s*\$\s*([\d.][\d.,_]*\s*(?:thousand|million|billion|bn|[kKM])?)\s*$")
_TIMES = re.compile(r"\*|×|\s[xX]\s")
_QUANTITY = re.compile(
    r"\s*(?P<number>[+-]?(?:(?:\d{1,3}(?:,\d{3})+|\d[\d_]*)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?)"
    r"(?:(?P<near>[kKM])(?![A-Za-z])|\s*(?P<scale>thousand|million|billion|bn|[kM])(?=\s|$))?"
    r"\s*(?P<unit>[^\d\s].*?)?\s*"
)


class Unit(Record):
    """A unit of quantity."""

    id: str = Field(pattern=r"^[A-Za-z0-9-]+$")
    label: str
    """Name in the singular, as tables print it."""
    plural: str = ""
    """Name in the plural, where it is not the label with an s."""
    dimension: str
    """Units of one dimension convert into each other; a unit that converts into nothing has its own id here."""
    size: str = "1"
    """How many of the dimension's base unit it holds, as an exact number or fraction (`3600`, `1/1000`)."""
    names: tuple[str, ...] = ()
    """Other spellings; case and a plural s do not matter, and id and label need not be repeated."""
    binary: str = ""
    """For a size in powers of 1,000: the unit of that name in powers of 1,024, which some vendors mean by it."""

    @property
    def many(self) -> str:
        """Name in the plural."""
        return self.plural or f"{self.label}s"

    @property
    def factor(self) -> Fraction:
        """Its size, exactly."""
        return Fraction(self.size)


class UnitFile(Record):
    """pricing_data/units.toml."""

    units: tuple[Unit, ...] = Field(alias="unit")


@cache
def units() -> Mapping[str, Unit]:
    """All units by id.

    Raises:
        DataError: the registry is broken, or one spelling names two units.
    """
    found: dict[str, Unit] = {}
    for unit in load(data_dir("pricing_data") / "units.toml", UnitFile, name="pricing_data/units.toml").units:
        if unit.id in found:
            raise DataError("pricing_data/units.toml", f"unit {unit.id!r} stands twice.", "Remove one of them.")
        found[unit.id] = unit
    for unit in found.values():
        if unit.binary and unit.binary not in found:
            problem = f"{unit.id} names the unit {unit.binary!r} as its binary form, which is not there."
            raise DataError("pricing_data/units.toml", problem, "Correct the name.")
    return found


@cache
def _spellings() -> Mapping[str, Unit]:
    known: dict[str, Unit] = {}
    for unit in units().values():
        for name in {_plain(n) for n in (unit.id, unit.label, unit.many, *unit.names)}:
            for spelling in (name, name + "s"):
                if known.setdefault(spelling, unit) is not unit:
                    problem = f"{spelling!r} names both {known[spelling].id} and {unit.id}."
                    raise DataError("pricing_data/units.toml", problem, "Give one of them another name.")
    return known


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "-", name.strip()).casefold()


def named_unit(name: str) -> Unit | None:
    """The unit a name spells (`GB-hours`, `gb_hours`), None where it spells none."""
    return _spellings().get(_plain(name))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, with its unit where one was written (otherwise it is in the unit of the meter it is used for)."""

    number: Decimal
    unit: str = ""

    def to(self, unit: str) -> Decimal:
        """The number in another unit of the same dimension, to 50 significant digits.

        Raises:
            DataError: the units measure different things.
        """
        if not self.unit or self.unit == unit:
            return self.number
        own, other = units()[self.unit], units()[unit]
        if own.dimension != other.dimension:
            alike = sorted(u.many for u in units().values() if u.dimension == other.dimension)
            raise DataError(f"{self.number:f} {own.many}", f"cannot be counted in {other.many}.", f"Give it in {' or '.join(alike[:6])}.")
        exact = Fraction(self.number) * own.factor / other.factor
        return WORKING.divide(Decimal(exact.numerator), Decimal(exact.denominator))

    def binary(self) -> Quantity:
        """The same number of the unit a vendor means who counts 1,024 MB to the GB."""
        return Quantity(self.number, units()[self.unit].binary or self.unit) if self.unit else self

    def __str__(self) -> str:
        return f"{self.number:f} {self.unit}".strip()


def quantity(value: str | int | Decimal, where: str = "quantity") -> Quantity:
    """Read a quantity.

    Args:
        value: a number, or text such as `90 min`, `2 GiB`, `1.5M tokens`, `1,000,000`, `3 million`, `$6,000`, `0.5 vCPU * 3 h`.
        where: what to call it in errors.
    Raises:
        DataError: it is no number, negative, absurdly large, or in a unit nobody knows.
    """
    if isinstance(value, str) and _TIMES.search(value):
        return _product([quantity(part, where) for part in _TIMES.split(value)], value, where)
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise DataError(where, f"{value!r} is not a quantity.", "Write a number, or a number with its unit such as '90 min'.")
    if isinstance(value, str):
        value = _DOLLARS.sub(r"\1 USD", value)
        match = _QUANTITY.fullmatch(value)
        if match is None:
            raise DataError(
                where, f"{value[:60]!r} is not a quantity.", "Write a number, or one with its unit such as '90 min' or '1.5M tokens'."
            )
        number = Decimal(match["number"].replace(",", "").replace("_", ""))
        if scale := _SCALES[(match["near"] or match["scale"] or "").lower()]:
            number = EXACT.multiply(number, scale).normalize(EXACT)
        unit = _unit(match["unit"], where) if match["unit"] else ""
    else:
        number, unit = Decimal(value), ""
    if not number.is_finite() or abs(number) > _LIMIT:
        raise DataError(where, f"{str(value)[:60]!r} is too large to be a quantity.", "Check the number of digits.")
    if number < 0:
        raise DataError(where, f"{str(value)[:60]!r} is negative.", "Quantities are 0 or more.")
    if number and number < 1 / _LIMIT:
        raise DataError(where, f"{str(value)[:60]!r} is too small to be a quantity.", "Check the number of digits.")
    return Quantity(number, unit)


def _product(parts: list[Quantity], text: str, where: str) -> Quantity:
    """Numbers times at most one unit, or processors or memory times a time.

    Raises:
        DataError: other units multiplied.
    """
    number = EXACT.plus(Decimal(1))
    for part in parts:
        number = EXACT.multiply(number, part.number)
    named = [units()[part.unit] for part in parts if part.unit]
    if len(named) < 2:
        return quantity(number, where) if not named else Quantity(quantity(number, where).number, named[0].id)
    held = [unit for unit in named if unit.dimension != "time"]
    lasted = [unit for unit in named if unit.dimension == "time"]
    result = f"{held[0].id}-second" if len(held) == len(lasted) == 1 else ""
    if result not in units():
        mend = "Multiply numbers with one unit, or vCPUs, cores, MB or GB with a time, as in '0.5 vCPU * 3 h'."
        raise DataError(where, f"{text[:60]!r} multiplies units that have no product here.", mend)
    exact = Fraction(number) * lasted[0].factor
    return Quantity(WORKING.divide(Decimal(exact.numerator), Decimal(exact.denominator)), result)


def _unit(name: str, where: str) -> str:
    import difflib

    known = _spellings()
    unit = known.get(_plain(name))
    if unit is None:
        near = difflib.get_close_matches(_plain(name), known, n=3, cutoff=0.5)
        hint = f" Did you mean {' or '.join(dict.fromkeys(known[n].label for n in near))}?" if near else ""
        raise DataError(where, f"the unit {name[:40]!r} is not known.{hint}", "Leave the unit out to count in the meter's own.")
    return unit.id


def plain(number: Decimal) -> str:
    """A decimal as plain text: no exponent, no needless zeros, at least one digit (`0.705`, `216000`)."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
