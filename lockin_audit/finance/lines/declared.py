"""What is written down of a line before it becomes one workflow's or one option's."""

from __future__ import annotations

from dataclasses import dataclass

from lockin_audit.finance.model import Behaviour, Kind, Over


@dataclass(frozen=True, slots=True)
class Declared:
    """A line of the model as declared; see `lockin_audit.finance.lines` for the names its formula may use."""

    key: str
    """Last part of its id."""
    label: str
    unit: str
    """Unit in words; `money` stands for the currency of the study."""
    formula: str
    over: Over = "month"
    kind: Kind = "working"
    behaviour: Behaviour = ""
    output: bool = False
    """Whether its cell has a defined name."""


def once(key: str, label: str, unit: str, formula: str, *, kind: Kind = "working", output: bool = False) -> Declared:
    """A line with a single value."""
    return Declared(key, label, unit, formula, "once", kind, output=output)


def monthly(key: str, label: str, unit: str, formula: str, *, kind: Kind = "working") -> Declared:
    """A line with a value per month."""
    return Declared(key, label, unit, formula, "month", kind)


def fixed(key: str, label: str, formula: str) -> Declared:
    """A monthly cost, in the study's currency, that does not depend on the number of sessions."""
    return Declared(key, label, "money", formula, "month", "cost", "fixed")


def by_volume(key: str, label: str, formula: str) -> Declared:
    """A monthly cost, in the study's currency, that is nothing at zero sessions."""
    return Declared(key, label, "money", formula, "month", "cost", "volume")
