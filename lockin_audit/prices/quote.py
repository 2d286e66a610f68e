"""What a quote says: lines that can be checked by hand, totals that are sums of lines, and what could not be priced."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Self

from pydantic import model_validator

from lockin_audit.core.record import Record
from lockin_audit.prices.exchange import Conversion
from lockin_audit.prices.price import MONEY, Confidence, Layer, Unpriced
from lockin_audit.prices.quantity import EXACT, WORKING

_SLACK = Decimal("1e-27")


class Band(Record):
    """A part of a line that has one price."""

    quantity: Decimal
    """Units billed in it."""
    unit_price: Decimal
    amount: Decimal
    """Quantity times unit price, to 28 significant digits."""

    @model_validator(mode="after")
    def _multiplies(self) -> Self:
        if self.amount != times(self.quantity, self.unit_price):
            raise ValueError(f"{self.amount} is not {self.quantity} x {self.unit_price}")
        return self


class Line(Record):
    """One meter of a bill. Amount = the sum of its bands, or the minimum charge where that is more."""

    meter: str
    label: str
    quantity: Decimal
    """Units used."""
    unit: str
    included: Decimal = Decimal(0)
    """Units of these that cost nothing."""
    billed: Decimal
    """Units charged for: used less included, rounded as the vendor rounds."""
    unit_price: Decimal
    """Price of one unit, in `currency`; with tiers, that of the first band (see `bands`)."""
    amount: Decimal
    currency: str
    """`USD`, or the vendor's own unit."""
    bands: tuple[Band, ...] = ()
    """Parts by tier; empty when nothing is billed."""
    minimum: Decimal = Decimal(0)
    """Smallest charge of the line where there is one."""
    unused_expires: bool = False
    """What was bought in whole steps and not used is lost."""
    rounding: str = ""
    """How the vendor counts and rounds, in words; empty where it does neither."""
    region: str = ""
    plan: str = ""
    effective_from: date | None = None
    """First day of the price; None where its source gives no day."""
    effective_basis: str = "stated"
    checked_on: date | None = None
    source: str
    title: str = ""
    confidence: Confidence
    layer: Layer = "list"
    overlay: str = ""
    """Name of the agreement or folder of prices the price comes from; empty for a list price."""
    first_day: date | None = None
    """First and last day the line is for, where a bill is split at a change of price."""
    last_day: date | None = None
    paid_currency: str = ""
    """Currency the price was agreed in, where that is not the dollar."""
    paid_amount: Decimal = Decimal(0)
    """Amount of the line in `paid_currency`, before any exchange."""
    note: str = ""

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if abs(sum((band.quantity for band in self.bands), Decimal(0)) - self.billed) > self.billed * _SLACK:
            raise ValueError(f"the bands of {self.meter} do not add up to {self.billed} {self.unit}")
        if self.amount != max(total(band.amount for band in self.bands), self.minimum):
            raise ValueError(f"{self.amount} is not the sum of the bands of {self.meter}")
        return self


class OwnUnit(Record):
    """A total in a unit the vendor bills in (credits), before it is turned into money."""

    unit: str
    total: Decimal


class Alternative(Record):
    """What another plan would cost for the same usage."""

    plan: str
    total: Decimal | None


class Quote(Record):
    """A priced bill for one product and one usage, at one day."""

    product: str
    name: str
    as_of: date
    until: date | None = None
    """Last day of the period the bill is for, where it is for one."""
    region: str = ""
    plan: str = ""
    plan_chosen: bool = False
    """True when no plan was asked for and this is the cheapest."""
    model: str = ""
    currency: str
    lines: tuple[Line, ...]
    """In the order of the product's meters."""
    total: Decimal | None
    """Sum of the lines in `currency`; None while anything is unpriced."""
    priced_total: Decimal
    """Sum of the lines that could be priced."""
    own_units: tuple[OwnUnit, ...] = ()
    unpriced: tuple[Unpriced, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    """The other plans, where the cheapest was chosen."""
    notes: tuple[str, ...] = ()
    """What is not in the bill, and the like."""
    overlays: tuple[str, ...] = ()
    """Agreements and folders of prices that went into the bill, sorted."""
    conversion: Conversion | None = None
    """The total in another currency, where one was asked for."""
    price_book: str
    """Digest of the prices, to run the same quote again later."""
    token_prices: str = ""
    """Version of the token price data, where it was used."""

    @property
    def total_of_rounded_lines(self) -> Decimal | None:
        """What the lines come to once each is rounded to cents, as invoices and vendors' examples often do; None without a total."""
        cent = Decimal("0.01")
        rounded = (line.amount.quantize(cent, ROUND_HALF_UP) for line in self.lines if line.currency == self.currency)
        return None if self.total is None or self.currency != MONEY else total(rounded)

    @model_validator(mode="after")
    def _totals(self) -> Self:
        if self.priced_total != total(line.amount for line in self.lines if line.currency == self.currency):
            raise ValueError("the total is not the sum of its lines")
        if self.total != (None if self.unpriced else self.priced_total):
            raise ValueError("a total with an unpriced line must be None")
        if self.currency == MONEY and any(line.currency != MONEY for line in self.lines) and not self.own_units:
            raise ValueError("lines in a vendor's unit need their total in it")
        return self


def times(quantity: Decimal, unit_price: Decimal) -> Decimal:
    """Quantity times unit price: worked out wide, given to 28 significant digits."""
    return EXACT.plus(WORKING.multiply(quantity, unit_price))


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Sum in the arithmetic of bills."""
    result = Decimal(0)
    for amount in amounts:
        result = EXACT.add(result, amount)
    return result
