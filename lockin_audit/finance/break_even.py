"""Who is cheaper at which volume and at which prices of the vendor: the saving worked out by the model on a grid."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lockin_audit.core.assumption import Assumption
from lockin_audit.finance.compare import SCALE
from lockin_audit.finance.evaluate import evaluate_arrays, values_of
from lockin_audit.finance.model import Model
from lockin_audit.finance.result import BreakEvenMap
from lockin_audit.finance.scenario import vendor_prices

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_PRICE_SPAN, _PRICE_STEPS = 4.0, 25
"""Prices from a quarter to four times today's."""
_VOLUME_SPAN, _VOLUME_STEPS = 10.0, 33
"""Volumes from a tenth to ten times today's."""


def break_even_map(model: Model, assumptions: Sequence[Assumption]) -> BreakEvenMap | None:
    """The saving (NPV) over volume and price, both in equal ratios round today's.

    Args:
        model: the model.
        assumptions: its inputs as they are in force.
    Returns:
        the grid, or None where two options are not compared, no vendor's price is among the inputs, or there is no volume.
    """
    import numpy as np

    inputs, moved = values_of(assumptions), vendor_prices(model)
    if model.compared is None or not moved:
        return None
    today = float(evaluate_arrays(model, inputs, {"sessions"})["sessions"][0, 0])
    if today <= 0:
        return None
    prices, volumes = np.geomspace(1 / _PRICE_SPAN, _PRICE_SPAN, _PRICE_STEPS), np.geomspace(1 / _VOLUME_SPAN, _VOLUME_SPAN, _VOLUME_STEPS)
    price, volume = np.repeat(prices, _VOLUME_STEPS), np.tile(volumes, _PRICE_STEPS)
    cases = {**inputs, SCALE: inputs[SCALE] * volume, **{id: inputs[id] * price for id in moved}}
    saving = evaluate_arrays(model, cases, {"saving.npv"})["saving.npv"].reshape(_PRICE_STEPS, _VOLUME_STEPS)
    return BreakEvenMap(
        prices=tuple(float(p) for p in prices),
        sessions=tuple(float(v) * today for v in volumes),
        saving=tuple(tuple(float(x) for x in row) for row in saving),
        crossings=tuple(crossings([float(v) * today for v in volumes], row) for row in saving.tolist()),
        sessions_today=today,
        moved=moved,
    )


def crossings(sessions: Sequence[float], saving: Sequence[float]) -> tuple[float, ...]:
    """Sessions at which the saving changes sign, each between two of the grid by a straight line over the logarithm of the volume."""
    found = []
    for n in range(1, len(sessions)):
        low, high = saving[n - 1], saving[n]
        if (low > 0) != (high > 0):
            part = low / (low - high)
            found.append(math.exp(math.log(sessions[n - 1]) * (1 - part) + math.log(sessions[n]) * part))
    return tuple(found)
