"""Warnings where the busiest time needs more than a vendor documents as its limit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lockin_audit.finance.model import Model


def limit_warnings(model: Model, figures: Mapping[str, Sequence[float]]) -> list[str]:
    """One sentence for each documented limit that is exceeded in some month.

    Args:
        model: the model, whose lines `limit_<key>_use` give the part of a limit in use.
        figures: what its lines come to.
    """
    found = []
    for line in model.lines:
        if not (line.key.startswith("limit_") and line.key.endswith("_use")):
            continue
        limit = model.inputs[line.id.removesuffix("_use")]
        month, most = max(enumerate(figures[line.id], 1), key=lambda pair: pair[1])
        if most > 1:
            first = next(m for m, x in enumerate(figures[line.id], 1) if x > 1)
            who, _, what = limit.label.partition(": limit: ")
            found.append(
                f"{who}: {what} at the busiest time exceed the documented limit of {limit.value:,.0f} from month {first} on and reach "
                f"{most * limit.value:,.0f} in month {month} ({limit.source}; read {limit.dated}). Have it raised, then set {limit.id}."
            )
    return found
