"""The data file of assumptions: templates of inputs, and which row of the price book stands behind each price of a formula."""

from __future__ import annotations

import re
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


class AssumptionFile(Record):
    """`assumptions.toml`."""

    assumptions: tuple[Template, ...] = Field(alias="assumption")
    prices: tuple[Slot, ...] = Field(alias="price")


@cache
def shipped() -> AssumptionFile:
    """The assumptions and price slots that come with the tool."""
    return load(Path(__file__).with_name("assumptions.toml"), AssumptionFile, name="assumptions.toml")
