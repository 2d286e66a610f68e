"""Dated events by which vendors changed what their customers pay or may use: precedents for the scenarios of the cost model."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from lockin_audit.core.errors import AuditError, DataError
from lockin_audit.core.record import Record
from lockin_audit.prices.price import Confidence

if TYPE_CHECKING:
    from lockin_audit.prices.book import PriceBook

Kind = Literal["price rise", "price cut", "new meter", "changed meter", "retirement", "closed to new customers", "plan change", "terms"]
Status = Literal["happened", "announced", "cancelled"]
FILE = "shocks.toml"


def _exact(value: object) -> object:
    if isinstance(value, bool | float):
        raise ValueError("must be an exact decimal number")
    return value


class Effect(Record):
    """What an event does to one price. Names a meter of the price book, or the tokens of a model."""

    product: str = ""
    """Product of the price book."""
    meter: str = ""
    """Meter; empty: all of the product."""
    plan: str = ""
    """Plan, where it hits one only."""
    model: str = ""
    """`provider/model`, for token prices."""
    tokens: str = ""
    """Token class, such as `output`; empty: all of the model."""
    factor: Annotated[Decimal, BeforeValidator(_exact), Field(ge=0)]
    """New price divided by the old one."""

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if bool(self.product) == bool(self.model):
            raise ValueError("an effect names either a product or a model")
        if (self.product and self.tokens) or (self.model and (self.meter or self.plan)):
            raise ValueError("meter and plan belong to a product, tokens to a model")
        return self


class Shock(Record):
    """One event."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    day: date
    """Day it took effect, or will."""
    day_basis: Literal["stated", "first seen", "month", "year"] = "stated"
    """How exact the day is: given by the vendor, the first reading we have, or the first day of a month or year."""
    announced: date | None = None
    """Day it was made known, where that is known."""
    vendor: str
    product: str = ""
    """Product of the price book it is about, where there is one."""
    kind: Kind
    status: Status = "happened"
    label: str
    """The event in a few words."""
    what: str
    """What changed, with figures."""
    effects: tuple[Effect, ...] = Field(default=(), alias="effect")
    checked_on: date
    confidence: Confidence
    source: str = Field(pattern=r"^https://")
    title: str

    @property
    def notice_days(self) -> int | None:
        """Days between announcement and effect; None where the announcement is not dated."""
        return None if self.announced is None else (self.day - self.announced).days

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.announced and self.announced > self.day:
            raise ValueError(f"announced on {self.announced}, after its day {self.day}")
        if self.status == "announced" and self.day <= self.checked_on:
            raise ValueError(f"announced for {self.day}, which had passed when it was checked on {self.checked_on}: say what happened")
        return self


class ShockFile(Record):
    """pricing_data/shocks.toml."""

    shocks: tuple[Shock, ...] = Field(alias="shock")


@cache
def load_shocks() -> tuple[Shock, ...]:
    """The shipped events in order of day.

    Raises:
        DataError: the file is broken, or an id stands twice.
    """
    from lockin_audit.core.data_files import data_dir, load

    name = f"pricing_data/{FILE}"
    shocks = load(data_dir("pricing_data") / FILE, ShockFile, name=name, decimals=True).shocks
    seen: set[str] = set()
    for shock in shocks:
        if shock.id in seen:
            raise DataError(f"{name}: {shock.id}", "stands twice.", "Give each event its own id.")
        seen.add(shock.id)
    return tuple(sorted(shocks, key=lambda shock: (shock.day, shock.id)))


def check_shocks(shocks: tuple[Shock, ...], book: PriceBook) -> None:
    """Refuse events about products, meters or plans the book does not have.

    Raises:
        DataError: names the event.
    """
    for shock in shocks:
        for product, meter, plan in ((shock.product, "", ""), *((e.product, e.meter, e.plan) for e in shock.effects)):
            if not product:
                continue
            try:
                book.product(product)
                if meter:
                    book.meter(product, meter)
            except AuditError as error:
                raise DataError(f"{FILE}: {shock.id}", str(error)) from None
            if plan and plan not in book.plans(product):
                raise DataError(f"{FILE}: {shock.id}", f"{product} has no plan {plan!r}.", f"Known: {', '.join(book.plans(product))}.")


def about(shocks: tuple[Shock, ...], *, product: str = "", after: date | None = None, until: date | None = None) -> tuple[Shock, ...]:
    """Events about a product (or any), after one day and up to another."""
    return tuple(
        shock
        for shock in shocks
        if (not product or product in (shock.product, *(effect.product for effect in shock.effects)))
        and (after is None or shock.day > after)
        and (until is None or shock.day <= until)
    )
