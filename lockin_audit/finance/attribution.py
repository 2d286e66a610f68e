"""How much of the change of the saving between two studies each driver explains.

Starting from the first study the drivers are brought to where the second has them, one after the other: first the shape of the model
(options, workflows, horizon, discounting), then prices, then what the audits measured, then all other inputs, each in the order of the
model. What a driver explains is how far the saving moves at its step, so that the steps add up; drivers that work together share their
joint effect by this order. What is left is named: it comes from formulas that differ between versions of the tool.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.record import Record
from lockin_audit.finance.build import build_model
from lockin_audit.finance.evaluate import evaluate_arrays, values_of
from lockin_audit.finance.model import Model
from lockin_audit.finance.snapshot import Snapshot

Kind = Literal["structure", "price", "audit", "assumption"]
"""What a driver is: the shape of the model, a price, something an audit measured, or another input."""
_ORDER: tuple[Kind, ...] = ("price", "audit", "assumption")
_CENT = 0.005
ORDER_NOTE = (
    "Drivers are changed one after the other in this order: shape of the model, prices, what the audits measured, other inputs. "
    "Drivers that work together share their joint effect by that order."
)


class Driver(Record):
    """One step from the first study to the second."""

    id: str
    """Assumption, or `structure`."""
    label: str
    kind: Kind
    before: float | None
    after: float | None
    effect: float
    """By how much the saving (NPV) moves at this step."""


def _saving(model: Model, inputs: Mapping[str, float]) -> float:
    return float(evaluate_arrays(model, inputs, {"saving.npv"})["saving.npv"][0])


def attributed(before: Snapshot, after: Snapshot, moved: float) -> tuple[tuple[Driver, ...], float]:
    """Split the change of the saving.

    Args:
        before: the first study, with its structure.
        after: the second, likewise.
        moved: change of the saving (NPV) as the two files state it.
    Returns:
        the drivers, largest effect first, and what none of them explains.
    """
    assert before.structure is not None and after.structure is not None
    old, new = (build_model(s.structure, s.assumptions) for s in (before, after) if s.structure is not None)
    was, becomes = values_of(before.assumptions), values_of(after.assumptions)
    start = now = _saving(old, was)
    inputs = {id: was.get(id, value) for id, value in becomes.items()}
    found = []
    reshaped = _saving(new, inputs)
    if abs(reshaped - now) > _CENT:
        label = "Shape of the model: options, workflows, horizon, discounting, and inputs only one of the two has"
        found.append(Driver(id="structure", label=label, kind="structure", before=None, after=None, effect=reshaped - now))
    now = reshaped
    kinds = {a.id: kind_of(a, {b.id: b for b in before.assumptions}.get(a.id)) for a in after.assumptions}
    for kind in _ORDER:
        for a in after.assumptions:
            if kinds[a.id] != kind or inputs[a.id] == a.value:
                continue
            step = Driver(id=a.id, label=a.label, kind=kind, before=inputs[a.id], after=a.value, effect=0.0)
            inputs[a.id] = a.value
            then = _saving(new, inputs)
            if abs(then - now) > _CENT:
                found.append(step.model_copy(update={"effect": then - now}))
            now = then
    rest = moved - (now - start)
    return tuple(sorted(found, key=lambda d: (-abs(d.effect), d.id))), 0.0 if abs(rest) <= _CENT else rest


def kind_of(after: Assumption, before: Assumption | None) -> Kind:
    """What sort of driver an input is."""
    if after.id.startswith("price."):
        return "price"
    return "audit" if after.basis == "measured" or (before is not None and before.basis == "measured") else "assumption"
