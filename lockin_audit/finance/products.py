"""Managed products as data: their meters, and the formula by which the drivers of a workflow feed each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from lockin_audit.core.data_files import load
from lockin_audit.core.record import Record
from lockin_audit.finance.model import ModelOption
from lockin_audit.finance.slots import Slot, Template, shipped

WEB_SEARCH = "web_search"
"""Key of the meter for web searches; a product without one buys them where an owned option does."""


class Meter(Record):
    """One thing a product counts and charges for."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    """Last part of the id of its line, and its name after `price.`."""
    label: str
    meter: str
    """Meter of the price book."""
    product: str = ""
    """Product of the price book; empty: the product itself."""
    plan: str = ""
    """Plan; empty: the price book's default."""
    unit: str
    """What is counted, in the plural."""
    each: Literal["session", "month"] = "session"
    """Whether `quantity` is the use of one session or of one month."""
    quantity: str
    """Formula of the use."""


class Limit(Record):
    """A limit the vendor documents, met or not at the busiest time."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    """Assumption `o.limit_<key>`, line `limit_<key>_use`."""
    label: str
    """What is limited, in words."""
    unit: str
    use: str
    """Formula of the use that is held against it."""
    value: float = Field(gt=0)
    source: str
    """Address of the page, and in words what it leaves open."""
    checked_on: date


class Product(Record):
    """A managed product the cost model can lay out."""

    id: str
    name: str
    runtimes: tuple[str, ...] = ()
    """Ids under which an audit finds it."""
    billing: Literal["meters", "credits", "inclusive"] = "meters"
    """`meters`: its meters, and tokens at the model's price. `credits`: Copilot credits, tokens included. `inclusive`: its meters alone."""
    providers: tuple[str, ...] = ()
    """Providers whose models it can run; empty: several."""
    note: str = ""
    """What the mapping leaves out, in words that follow the product's name and a colon."""
    meters: tuple[Meter, ...] = Field(default=(), alias="meter")
    assumptions: tuple[Template, ...] = Field(default=(), alias="assumption")
    """Inputs only this product has; they go before shared ones of the same id."""
    limits: tuple[Limit, ...] = Field(default=(), alias="limit")
    """Documented limits on rate and concurrency."""

    @model_validator(mode="after")
    def _once_each(self) -> Self:
        keys = [m.key for m in self.meters]
        if len(keys) != len(set(keys)):
            raise ValueError(f"product {self.id!r} has two meters with one key")
        return self

    @property
    def bills_tokens(self) -> bool:
        """Whether model tokens are billed beside its own meters."""
        return self.billing == "meters"

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The prices its lines use."""
        return tuple(
            Slot(slot=m.key, label=m.label.lower(), product=m.product or self.id, meter=m.meter, plan=m.plan, kind="managed")
            for m in self.meters
        )

    @property
    def templates(self) -> tuple[Template, ...]:
        """Inputs only this product has, its documented limits among them."""
        limits = (
            Template(
                id=f"o.limit_{x.key}", label=f"limit: {x.label}", unit=x.unit, low=x.value, value=x.value, high=x.value, basis="assumed",
                source=x.source, distribution="fixed", minimum=0.001, dated=x.checked_on,
            )
            for x in self.limits
        )  # fmt: skip
        return (*self.assumptions, *limits)

    @property
    def searches_itself(self) -> bool:
        """Whether it has a meter of its own for web searches."""
        return any(m.key == WEB_SEARCH for m in self.meters)


class StandIn(Record):
    """A product that prices a runtime which has no lines of its own."""

    runtime: str
    """Id under which an audit finds it."""
    name: str
    product: str
    why: str
    """Why it has none, or why this product comes nearest."""


class ProductFile(Record):
    """`products.toml`."""

    products: tuple[Product, ...] = Field(alias="product")
    stand_ins: tuple[StandIn, ...] = Field(alias="stand_in")


@cache
def _loaded() -> ProductFile:
    return load(Path(__file__).with_name("products.toml"), ProductFile, name="products.toml")


@cache
def products() -> Mapping[str, Product]:
    """Products the model has lines for, by id."""
    return {p.id: p for p in _loaded().products}


@cache
def product_of(runtime: str) -> tuple[Product | None, str]:
    """The product that prices a runtime an audit found, and where it only stands in, a sentence that says so."""
    for product in products().values():
        if runtime in product.runtimes:
            return product, ""
    for s in _loaded().stand_ins:
        if s.runtime == runtime:
            product = products()[s.product]
            return product, f"{s.name} was found and has no lines in the cost model; {product.name} stands in for it ({s.why})."
    return None, ""


def option_slots(option: ModelOption) -> tuple[Slot, ...]:
    """The prices an option's lines may use: its product's own, then those all options of its kind share."""
    own = products()[option.product].slots if option.product else ()
    names = {slot.slot for slot in own}
    return (*own, *(slot for slot in shipped().prices if slot.kind in ("", option.kind) and slot.slot not in names))


def option_templates(option: ModelOption) -> tuple[Template, ...]:
    """The inputs an option may have: those of its kind in the order of the data file, each in its product's version, then its own."""
    own = {t.id: t for t in products()[option.product].templates} if option.product else {}
    shared = [t for t in shipped().assumptions if t.id.startswith("o.") and t.kind in ("", option.kind)]
    ids = {t.id for t in shared}
    return (*(own.get(t.id, t) for t in shared), *(t for t in own.values() if t.id not in ids))


def price_id(name: str, option: ModelOption) -> str:
    """Id of the assumption behind `price.<name>` in a formula of that option.

    Raises:
        KeyError: a formula names a price that is in no slot (a fault of ours).
    """
    return slot_of(name, option).id(option.model)


def slot_of(name: str, option: ModelOption) -> Slot:
    """The price that an option's formulas call `price.<name>`.

    Raises:
        KeyError: it is in no slot (a fault of ours).
    """
    for slot in option_slots(option):
        if slot.slot == name:
            return slot
    raise KeyError(name)
