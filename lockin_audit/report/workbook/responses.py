"""How each cost line answers to an input: what lets a workbook show an input's low and high live, in one row.

The present value of a cost line is, for most inputs, a number times the input, or that plus a part without it. The share that follows
the input is found once by the engine, at its low and at its high: share = relative change of the line / relative change of the input. A
row of the workbook then works the case out from the live cost lines: change = Σ line · share · relative change of the input. At the
inputs of the run that is exactly what the whole model gives, and it stays exact where the share stays what it was: where a line is
proportional to the input, whatever else changes. How far it is off elsewhere is measured in the study's scenarios.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lockin_audit.finance.evaluate import evaluate_arrays
from lockin_audit.finance.model import Model
from lockin_audit.finance.result import TornadoBar

SIDES = ("low", "high")


@dataclass(frozen=True)
class Response:
    """One input."""

    bar: TornadoBar
    shares: Mapping[str, tuple[float, float]]
    """Cost line id → part of it that follows the input when that goes to its low, and to its high."""
    beyond: tuple[float, float]
    """Change of the saving in lines that are nothing at the base and so have no share; money."""
    miss: float
    """Largest difference between case and whole model over the study's scenarios, in money."""


def relative(to: float, value: float) -> float:
    """Relative change of an input, or its change where it is nothing."""
    return (to - value) / (value or 1.0)


def scaled(bound: float, base: float, live: float) -> float:
    """A low or high that moves with its input."""
    return bound * live / base if base else bound


def responses(
    model: Model, inputs: Mapping[str, float], bars: Sequence[TornadoBar], others: Sequence[Mapping[str, float]]
) -> tuple[Response, ...]:
    """What the strongest inputs do to each cost line of the two options compared.

    Args:
        model: the model; it compares two options.
        inputs: input id → value, as the run had them.
        bars: the inputs looked at, with their low and high.
        others: inputs under other scenarios, to measure how far the cases are off there.
    """
    assert model.compared is not None  # bars exist only then
    before, after = model.compared
    signs = {line.id: 1.0 for line in model.costs(before)} | {line.id: -1.0 for line in model.costs(after)}
    here = _lines(model, inputs, bars, signs)
    shares, beyond = [], []
    for place, bar in enumerate(bars):
        value, found, rest = inputs[bar.id], {}, [0.0, 0.0]
        for id, row in here.items():
            changes = [row[1 + 2 * place + side] - row[0] for side in (0, 1)]
            steps = [relative(to, value) for to in (bar.input_low, bar.input_high)]
            if not any(abs(c) > 1e-9 for c in changes):
                continue
            if row[0]:
                low, high = (c / row[0] / s if s else 0.0 for c, s in zip(changes, steps, strict=True))
                found[id] = (low, high)
            else:
                rest = [r + signs[id] * c for r, c in zip(rest, changes, strict=True)]
        shares.append(found)
        beyond.append((rest[0], rest[1]))
    misses = [0.0] * len(bars)
    for other in others:
        moved = [_moved(bar, inputs[bar.id], other[bar.id]) for bar in bars]
        there = _lines(model, other, moved, signs)
        for place, bar in enumerate(moved):
            for side, to in enumerate((bar.input_low, bar.input_high)):
                step = relative(to, other[bar.id])
                true = math.fsum(signs[id] * (row[1 + 2 * place + side] - row[0]) for id, row in there.items())
                told = beyond[place][side] + math.fsum(signs[id] * there[id][0] * pair[side] * step for id, pair in shares[place].items())
                misses[place] = max(misses[place], abs(true - told))
    return tuple(
        Response(bar, found, rest, miss if miss > 0.005 else 0.0)
        for bar, found, rest, miss in zip(bars, shares, beyond, misses, strict=True)
    )


def _moved(bar: TornadoBar, base: float, live: float) -> TornadoBar:
    """The bar under another value of its input."""
    low, high = (scaled(bound, base, live) for bound in (bar.input_low, bar.input_high))
    return bar.model_copy(update={"input_low": low, "input_high": high})


def _lines(model: Model, inputs: Mapping[str, float], bars: Sequence[TornadoBar], wanted: Mapping[str, float]) -> dict[str, list[float]]:
    """Present value of each cost line: as it is, then at the low and the high of each input."""
    import numpy as np

    values: dict[str, Any] = dict(inputs)
    for place, bar in enumerate(bars):
        values[bar.id] = np.full(1 + 2 * len(bars), inputs[bar.id])
        values[bar.id][1 + 2 * place : 3 + 2 * place] = (bar.input_low, bar.input_high)
    done = evaluate_arrays(model, values, {*wanted, "discount"})
    count = 1 + 2 * len(bars)
    return {
        id: [math.fsum(column) for column in np.broadcast_to(done[id] * done["discount"], (model.horizon, count)).T.tolist()]
        for id in wanted
    }
