"""What a choice changes: the inputs of the recommendation, assumptions of the cost model, the action list, what is already prepared."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from lockin_audit.core.audit import Criticality, OwnerRole
from lockin_audit.core.record import Record


class ActionEffect(Record):
    """Puts the mitigation of the choice on the action list."""

    owner: OwnerRole
    days: float = Field(gt=0, le=60)
    """Effort in person-days."""


class AssumptionEffect(Record):
    """Gives an assumption of the cost model the value or range that the choice names."""

    id: str = Field(pattern=r"^[a-z]+\.[a-z_]+$")
    """Id as in the data file of the model: `w.` stands for the workflow asked about, `o.` for the options of `option`."""
    option: Literal["", "managed", "owned"] = ""
    """Kind of option an `o.` assumption is about."""
    value: float
    low: float
    high: float

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.low <= self.value <= self.high:
            raise ValueError(f"{self.id}: low, value and high are out of order")
        if self.id.startswith("o.") != bool(self.option):
            raise ValueError(f"{self.id}: say option for an assumption of an option, and for no other")
        return self


class Effects(Record):
    """Everything a choice changes beside a verdict. What a config says counts before it."""

    action: ActionEffect | None = None
    criticality: tuple[Criticality, ...] = ()
    """How critical the workflow is, where the config does not say."""
    engineers: int | None = Field(default=None, ge=0)
    """Engineers who could build and run orchestration, where the config does not say."""
    on_call: bool | None = None
    """Whether a rota exists that could take it on, where the config does not say."""
    assumptions: tuple[AssumptionEffect, ...] = ()
    in_place: tuple[str, ...] = ()
    """Ids of preparations (`assess/preparations.toml`) that are done already."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return self == Effects()
