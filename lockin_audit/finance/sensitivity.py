"""How much each input matters on its own: the saving with one input at its low and its high, all others as they are."""

from __future__ import annotations

from collections.abc import Sequence

from lockin_audit.core.assumption import Assumption
from lockin_audit.finance.evaluate import evaluate_arrays, values_of
from lockin_audit.finance.model import Model
from lockin_audit.finance.result import TornadoBar


def tornado(model: Model, assumptions: Sequence[Assumption]) -> tuple[TornadoBar, ...]:
    """One bar per input with a range, widest first; inputs without any effect are left out.

    The bars ignore interactions: two inputs that multiply (sessions and tokens) matter more together than each alone.
    """
    import numpy as np

    ranged = [a for a in assumptions if a.high > a.low]
    if model.compared is None or not ranged:
        return ()
    inputs = {id: np.full(2 * len(ranged), value) for id, value in values_of(assumptions).items()}
    for place, assumption in enumerate(ranged):
        inputs[assumption.id][2 * place : 2 * place + 2] = (assumption.low, assumption.high)
    saving = evaluate_arrays(model, inputs, {"saving.npv"})["saving.npv"]
    bars = [
        TornadoBar(
            id=a.id,
            label=a.label,
            low=float(saving[2 * place]),
            high=float(saving[2 * place + 1]),
            input_low=a.low,
            input_high=a.high,
            unit=a.unit,
        )
        for place, a in enumerate(ranged)
    ]
    return tuple(sorted((b for b in bars if abs(b.high - b.low) > 0.005), key=lambda b: (-abs(b.high - b.low), b.id)))
