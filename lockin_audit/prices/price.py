"""Dated prices as data: one row per product, meter, scope and day of change. No arithmetic on usage (that is `bill`)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Literal, Self, get_args

from pydantic import BeforeValidator, Field, model_validator

from lockin_audit.core.record import Record

Confidence = Literal["vendor page", "third party", "unverified"]
TokenClass = Literal["input", "output", "cache_read", "cache_write_5m", "cache_write_1h", "batch_input", "batch_output"]
CLASSES: tuple[TokenClass, ...] = get_args(TokenClass)
"""Every token class; the meter of one is its name with `_tokens`."""
Rounding = Literal["none", "up", "nearest", "down"]
Layer = Literal["list", "own", "agreed"]
Variant = Literal["", "fast", "flex", "priority"]
Clock = Literal["", "union", "cpu", "memory", "memory_peak"]

MONEY = "USD"
"""The money of the price book. Any other currency of a row is the id of a unit (a credit) the vendor bills in."""


def _exact(value: object) -> object:
    """A price written in TOML arrives as Decimal or int; a float has already lost digits and is refused."""
    if isinstance(value, bool | float):
        raise ValueError("must be an exact decimal number")
    return value


Exact = Annotated[Decimal, BeforeValidator(_exact), Field(ge=0, max_digits=40)]


class Tier(Record):
    """One step of a price that depends on volume."""

    amount: Exact
    """Price in this step, for the same number of units as the row's `per`."""
    up_to: Exact | None = None
    """Largest billable quantity of the step, itself included, after the included amount; none: no upper end. Where the last step
    has one, the vendor publishes no price above it."""


class Allowance(Record):
    """What comes free with each unit of another meter (1,000,000 spans with each host)."""

    meter: str
    """Id of the other meter of the same product."""
    amount: Exact
    """Units of this meter that come with one unit of the other."""


class Price(Record):
    """One price of one meter, from one day on."""

    product: str
    """Id of the product, `<vendor>.<product>`."""
    meter: str
    """Id of the meter within the product."""
    unit: str
    """Id of the unit (pricing_data/units.toml) in which quantities of this meter are counted."""
    amount: Exact
    """Price of `per` units, in `currency`. For tiers: the price of the first step."""
    per: Exact = Decimal(1)
    """How many units `amount` buys, as the vendor prints it (1000 searches, 1000000 tokens)."""
    currency: str = MONEY
    """`USD`, or the id of the unit the vendor bills in (a credit)."""
    tiers: tuple[Tier, ...] = ()
    """Steps by volume, lowest first; empty: one price at every volume."""
    tier_mode: Literal["", "marginal", "cliff"] = ""
    """`marginal`: each step's price holds for the units inside it. `cliff`: the step reached reprices every unit."""
    included: Exact = Decimal(0)
    """Units of each billing month that cost nothing (or come with the plan)."""
    included_with: tuple[Allowance, ...] = ()
    """What comes on top of `included` with other meters of the same bill."""
    free_up_to: Exact = Decimal(0)
    """A month of at most this many units costs nothing; one unit more, and all of them count."""
    minimum: Exact = Decimal(0)
    """Smallest charge of the line, in `currency`, once the meter is used at all."""
    granularity: str
    """Smallest step the vendor counts, as a quantity (`1 ms`, `1 search`, `25000 credits`), or `not stated`."""
    rounding: Rounding = "none"
    """How the billed quantity is brought to a whole number of steps of `granularity`."""
    rounded: Literal["bill", "use"] = "bill"
    """Whether the month's total is rounded (we do it) or each single use (then enter quantities that are rounded already)."""
    rounding_note: str = ""
    """What the vendor says about rounding, in our words. Needed wherever `rounding` is not `none`."""
    use_minimum: str = ""
    """Least the vendor bills for one use: a time, a size, or both joined by ` and ` (`1 s and 128 MB`). Single uses are raised to it;
    totals entered must hold it already."""
    use_step: str = ""
    """Step of time to which each single use is rounded (`1 s`, `20 min`), by `rounding`. A meter that counts blocks counts these."""
    month: str = ""
    """Length of a month by the vendor's count (`30 d`), for meters that count something kept for a month; empty: not stated."""
    clock: Clock = ""
    """What a recorded session feeds this meter with. `union`: time in which any thread runs, counted once. `cpu`: vCPUs times time.
    `memory`: memory times time. `memory_peak`: the most memory held so far, times time. Only states billed count."""
    unused_expires: bool = False
    """What was bought in whole steps and not used is lost at the end of the month."""
    states_billed: tuple[str, ...] = ()
    """States in which the meter runs, where the vendor tells them apart."""
    states_free: tuple[str, ...] = ()
    """States in which it does not."""
    region: str = ""
    """Region the price holds in; empty: everywhere."""
    plan: str = ""
    """Plan or option the price belongs to; empty: all."""
    effective_from: date | None = None
    """First day on which the price holds. Required in files; unknown only for token prices that come without a date."""
    effective_basis: Literal["stated", "first seen"] = "stated"
    """`stated`: the vendor gives that day. `first seen`: the vendor gives none, and it is the earliest reading we have."""
    effective_to: date | None = None
    """Last day on which it holds, where it ended without a successor or before the next row."""
    checked_on: date | None = None
    """Day of the reading we rest on. Required in files."""
    source: str
    """Address of the page, or for an agreed price the contract it stands in."""
    title: str = ""
    """Title of the page."""
    confidence: Confidence
    """`vendor page` (read there or in a copy of it), `third party` (someone else's account of it), `unverified`."""
    note: str = ""
    """What else a buyer should know."""
    layer: Layer = "list"
    """`list` our files, `own` the user's files, `agreed` a negotiated price."""
    overlay: str = ""
    """Name of the agreement or folder the price comes from; empty for a list price. Never in files."""
    original: Price | None = Field(default=None, exclude=True)
    """The price before it was turned into dollars, where it is in another currency; never in files."""

    @property
    def unit_price(self) -> Decimal:
        """Price of one unit (of the first step), in `currency`."""
        return self.amount / self.per

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.per == 0:
            raise ValueError("per must be more than 0")
        if not self.granularity.strip():
            raise ValueError("granularity is empty; write the smallest step the vendor counts, or 'not stated'")
        if self.use_step and (self.rounding == "none" or self.rounded != "use"):
            raise ValueError("use_step needs a rounding with rounded = 'use'")
        if self.rounding != "none" and not self.rounding_note:
            raise ValueError("rounding needs a rounding_note that says what the vendor says")
        if bool(self.tiers) != bool(self.tier_mode):
            raise ValueError("tiers need a tier_mode, and a tier_mode needs tiers")
        if self.tiers:
            ends = [tier.up_to for tier in self.tiers]
            if any(a is None or (b is not None and b <= a) for a, b in pairwise(ends)):
                raise ValueError("each tier but the last needs an up_to, in ascending order")
            if self.tiers[0].amount != self.amount:
                raise ValueError("the first tier's amount must equal the row's amount")
        if self.effective_from and self.effective_to and self.effective_to < self.effective_from:
            raise ValueError("effective_to lies before effective_from")
        return self


class TokenPrice(Record):
    """Meters that cost what the model's tokens cost: one entry stands for one meter per token class, `<class>_tokens`."""

    product: str
    classes: tuple[TokenClass, ...] = Field(min_length=1)
    """Token classes the product bills."""
    multiplier: Exact = Decimal(1)
    """Factor on the model's list price (data residency, regional endpoints)."""
    variant: Variant = ""
    """Price of another way to serve the model instead of its standard one: fast mode, or a service tier."""
    region: str = ""
    plan: str = ""
    effective_from: date
    effective_basis: Literal["stated", "first seen"] = "stated"
    effective_to: date | None = None
    checked_on: date
    source: str = Field(pattern=r"^https://")
    title: str
    confidence: Confidence
    note: str = ""
    layer: Layer = "list"
    overlay: str = ""
    """As for prices."""


class Meter(Record):
    """Something a product counts and charges for."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: str
    """Name a reader understands."""
    unit: str
    """Id of its unit."""
    counts: str = ""
    """What to count, in words, where the label does not say it."""
    names: tuple[str, ...] = ()
    """Other names by which a usage may give it, such as the vendor's own word for it."""
    fixed: bool = False
    """A fee that is due whatever the volume (a subscription, a base plan); never added unasked, but mentioned when left out."""


class Product(Record):
    """Something with prices."""

    id: str = Field(pattern=r"^[a-z0-9_]+\.[a-z0-9_]+$")
    name: str
    vendor: str
    summary: str = ""
    """What it is and how it is billed, in words."""
    default_region: str = ""
    """Region whose prices hold when none is named."""
    default_plan: str = ""
    """Plan whose prices hold when none is named."""
    binary_bytes: bool = False
    """The vendor counts 1,024 MB to the GB and 2^30 bytes to each: `512 MB` of usage is read as half a GiB, `1 TB` as 1,024 GiB."""
    available_from: date | None = None
    """First day on which it could be bought, where known."""
    ended_on: date | None = None
    """First day on which it could no longer be used."""
    ended_note: str = ""
    """What happened then, with the source's address."""
    meters: tuple[Meter, ...] = Field(default=(), alias="meter")
    """What it counts; token meters are added from its `[[tokens]]` entries."""


class Gap(Record):
    """A price that exists and was not found, or that a vendor does not publish; quotes give the reason."""

    product: str
    meters: tuple[str, ...] = ()
    """Meters it is about; empty: all of the product."""
    region: str = ""
    """Region it is about; empty: wherever no price is found."""
    plan: str = ""
    """Plan it is about; empty: wherever no price is found."""
    reason: str
    checked_on: date
    source: str = Field(pattern=r"^https://")
    title: str


class PriceFile(Record):
    """One file of pricing_data, or of a user's folder of prices."""

    products: tuple[Product, ...] = Field(default=(), alias="product")
    prices: tuple[Price, ...] = Field(default=(), alias="price")
    tokens: tuple[TokenPrice, ...] = ()
    gaps: tuple[Gap, ...] = Field(default=(), alias="gap")


class Unpriced(Record):
    """A price that cannot be told, and why. Never to be read as zero."""

    product: str
    meter: str
    reason: str
