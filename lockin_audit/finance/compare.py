"""Where the comparison of two options turns: every break-even volume, and the regret of each option in each scenario."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from lockin_audit.core.assumption import Assumption
from lockin_audit.finance.evaluate import evaluate_arrays, values_of
from lockin_audit.finance.model import Model
from lockin_audit.finance.result import Regret
from lockin_audit.finance.scenario import Scenario, in_force

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

SCALE = "volume.scale"
_SPAN = 4
"""Volumes searched: from 10^-4 to 10^4 times the expected one."""
_GRID = 801
_HALVINGS = 60


def savings_at(model: Model, inputs: Mapping[str, float], scales: Array) -> tuple[Array, Array]:
    """Saving (NPV) and the gross amount it is the difference of, at several values of `volume.scale`."""
    import numpy as np

    before, after = model.compared or ("", "")
    done = evaluate_arrays(model, {**inputs, SCALE: scales}, {"saving.npv", f"{before}.npv", f"{after}.npv"})
    gross = np.abs(done[f"{before}.npv"]) + np.abs(done[f"{after}.npv"])
    ones = np.ones_like(scales)
    return done["saving.npv"] * ones, gross * ones


def is_linear(model: Model, inputs: Mapping[str, float]) -> bool:
    """Whether the saving is a straight line in the volume, so that the closed form of the break-even holds."""
    import numpy as np

    scale = inputs.get(SCALE, 1.0) or 1.0
    points = scale * np.array([0.0, 1.0, 0.37, 2.9, 11.3])
    saving, gross = savings_at(model, inputs, points)
    line = saving[0] + (saving[1] - saving[0]) * points / points[1]
    straight = np.all(np.abs(saving - line) <= 1e-9 * gross + 1e-6)
    # The closed form takes what is fixed as such: a promised spend shrinks with use and would pass for fixed.
    fixed = evaluate_arrays(model, dict(inputs), {"saving.npv_fixed"})["saving.npv_fixed"][0]
    return bool(straight and abs(saving[0] - fixed) <= 1e-9 * gross[0] + 1e-6)


def break_even_sessions(model: Model, inputs: Mapping[str, float]) -> tuple[float, ...]:
    """Every number of sessions per month (all workflows, month 1) at which both options cost the same, ascending.

    In closed form where the saving is linear in the volume; else by a scan over volumes from a ten-thousandth to ten thousand times
    the expected one, each crossing then halved down.
    """
    import numpy as np

    done = evaluate_arrays(model, dict(inputs), {"sessions", "saving.break_even_sessions"})
    expected = float(done["sessions"][0, 0])
    if model.compared is None or expected <= 0:
        return ()
    if is_linear(model, inputs):
        closed = float(done["saving.break_even_sessions"][0])
        return () if np.isnan(closed) else (closed,)
    scale = inputs.get(SCALE, 1.0)
    grid = scale * np.logspace(-_SPAN, _SPAN, _GRID)
    saving, _ = savings_at(model, inputs, grid)
    turns = np.flatnonzero((saving[:-1] > 0) != (saving[1:] > 0))
    low, high = grid[turns], grid[turns + 1]
    rising = saving[turns + 1] > 0
    for _ in range(_HALVINGS if len(turns) else 0):
        middle = (low + high) / 2
        above = (savings_at(model, inputs, middle)[0] > 0) == rising
        low, high = np.where(above, low, middle), np.where(above, middle, high)
    return tuple(float(x) * expected / scale for x in (low + high) / 2)


def regret_table(
    model: Model, assumptions: Sequence[Assumption], scenarios: Sequence[Scenario], unpriced: Collection[str] = ()
) -> Regret | None:
    """Cost (NPV) of each option in each scenario, and how much more that is than the cheapest one there.

    Only like is set beside like: an option with a line that has no price, or that covers only part of the workflows, is left out.

    Args:
        model: the model.
        assumptions: its inputs in the base case.
        scenarios: all of them, `base` first.
        unpriced: ids of options with a line without a price.
    Returns:
        the table, or None where no option is left.
    """
    left_out = _not_alike(model, unpriced)
    options = [o.id for o in model.options if o.id not in left_out]
    if not options:
        return None
    targets = {f"{id}.npv" for id in options}
    npv: dict[str, list[float]] = {id: [] for id in options}
    for scenario in scenarios:
        done = evaluate_arrays(model, dict(values_of(in_force(tuple(assumptions), scenario))), targets)
        for id, row in npv.items():
            row.append(float(done[f"{id}.npv"][0]))
    best = [min(column) for column in zip(*npv.values(), strict=True)]
    regret = {id: tuple(x - b for x, b in zip(row, best, strict=True)) for id, row in npv.items()}
    whole = math.fsum(s.weight for s in scenarios)
    weights = tuple(s.weight / whole for s in scenarios)
    largest = {id: max(row) for id, row in regret.items()}
    expected = {id: math.fsum(x * w for x, w in zip(row, weights, strict=True)) for id, row in regret.items()}
    return Regret(
        scenarios=tuple(s.id for s in scenarios),
        labels=tuple(s.label for s in scenarios),
        npv={id: tuple(row) for id, row in npv.items()},
        regret=regret,
        largest=largest,
        expected=expected,
        weights=weights,
        minimax=_smallest(largest),
        least_expected=_smallest(expected),
        left_out=left_out,
    )


def _not_alike(model: Model, unpriced: Collection[str]) -> dict[str, str]:
    """Option id → why its cost cannot stand beside that of the others."""
    covered = [set(o.workflows) for o in model.options]
    whole = set(model.workflows)
    if whole not in covered and model.compared is not None:
        whole = set(model.option(model.compared[0]).workflows)
    found: dict[str, str] = {}
    for option in model.options:
        if option.id in unpriced:
            found[option.id] = f"{option.label} has a line without a price, so its cost is incomplete."
        elif set(option.workflows) != whole:
            names = ", ".join(model.workflows[w] for w in option.workflows)
            found[option.id] = f"{option.label} covers other workflows ({names}) than the options compared here."
    return found


def _smallest(values: Mapping[str, float]) -> str | None:
    """The one id with the smallest value; None where others come within a cent of it or there is only one."""
    least = min(values.values())
    ids = [id for id, value in values.items() if value - least < 0.01]
    return ids[0] if len(ids) == 1 and len(values) > 1 else None
