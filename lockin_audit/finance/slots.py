"""The data file of assumptions: templates of inputs, and which row of the price book stands behind each price of a formula."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from lockin_audit.core.assumption import Basis, Distribution
from lockin_audit.core.data_files import load
from lockin_audit.core.record import Record

OptionKind = Literal["", "managed", "owned"]


class Template(Record):
    """An input of the model before it becomes one workflow's or one option's."""

    id: str = Field(pattern=r"^[a-z]+\.[a-z0-9_]+$")
    """`w.x` for each workflow, `o.x` for each option, else the id itself."""
    label: str
    unit: str
    low: float
    value: float
    high: float
    basis: Basis
    source: str
    distribution: Distribution = "pert"
    probability: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    kind: OptionKind = ""
    """Kind of option it is for; empty: both."""
    dated: date | None = None
    """Day on which it was judged or read; none: the day of the file."""
    own_money: bool = False
    """Stated in the currency of the study, not in dollars: what is paid to people, not to vendors."""


class Slot(Record):
    """A price a formula uses."""

    slot: str
    """Its name in formulas, after `price.`."""
    label: str
    product: str = ""
    """Product of the price book; empty for tokens, which the option's model prices."""
    meter: str = ""
    plan: str = ""
    """Plan; empty: the product's default."""
    per: int = 1
    """How many units the assumption's value is for."""
    kind: OptionKind = ""
    """Kind of option it is for; empty: both."""

    def id(self, model: str) -> str:
        """Id of the assumption that carries the price: `price.<product>.<meter>`, for tokens `price.<provider>.<model>.<class>_tokens`."""
        if self.product:
            return "price." + ".".join(part for part in (self.product, self.meter, self.plan) if part)
        return f"price.{re.sub(r'[^a-z0-9_.-]+', '-', model.lower().replace('/', '.')).strip('.-')}.{self.slot}"


@dataclass(frozen=True, slots=True)
class Steps:
    """What a price has beside its first rate."""

    included: bool = False
    """Units of each month that cost nothing: assumption `tier.<price>.included`."""
    count: int = 1
    """Steps by volume: from the second on, rate `price.<price>.step_<n>` above `tier.<price>.step_<n>` billed units."""


def steps_of(price: str, ids: Collection[str]) -> Steps | None:
    """The steps of a price, by the assumptions there are; None where it has a single rate.

    Args:
        price: id of the price, `price.…`.
        ids: ids of assumptions.
    """
    count = 1
    while f"{price}.step_{count + 1}" in ids:
        count += 1
    included = tier_id(price, "included") in ids
    return Steps(included, count) if included or count > 1 else None


def tier_id(price: str, what: str) -> str:
    """Id of the assumption that carries a limit of a price."""
    return f"tier.{price.removeprefix('price.')}.{what}"


def exchange_id(currency: str) -> str:
    """Id of the assumption that carries what a dollar costs in a currency."""
    return f"exchange.{currency.lower()}"


class AssumptionFile(Record):
    """`assumptions.toml`."""

    dated: date
    """Day on which its values were judged or read, where an entry has none of its own."""
    assumptions: tuple[Template, ...] = Field(alias="assumption")
    prices: tuple[Slot, ...] = Field(alias="price")


@cache
def shipped() -> AssumptionFile:
    """The assumptions and price slots that come with the tool."""
    return load(Path(__file__).with_name("assumptions.toml"), AssumptionFile, name="assumptions.toml")
