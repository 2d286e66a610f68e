"""Sobol indices of the saving: how much of its variance each input is behind, alone and together with others. Worked out by SALib.

The first-order index is the share of the variance that goes when that input is known; the total index is the share that stays when all
others are known, so the difference between the two is what the input does only together with others, which a tornado cannot show.
Saltelli's scheme: N · (d + 2) futures for d inputs; intervals are 95%, from resampling those futures.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.errors import DataError
from lockin_audit.finance.distribution import sampler, varies
from lockin_audit.finance.evaluate import evaluate_arrays, values_of
from lockin_audit.finance.model import Model
from lockin_audit.finance.result import SobolIndex, SobolStudy
from lockin_audit.finance.simulate import CHUNK

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

SAMPLES = 1024
"""Base samples N, a power of two as Sobol sequences want it."""
_RESAMPLES = 200
_CONFIDENCE = 0.95
NOTE = (
    "Sobol indices hold for independent inputs: this run draws every input on its own, without the correlations of the simulation. "
    "Intervals are 95%; where one is as wide as its index, the index says little."
)


def sobol_indices(model: Model, assumptions: Sequence[Assumption], *, seed: int, samples: int = SAMPLES) -> SobolStudy | None:
    """First-order and total Sobol indices of the saving (NPV) for every uncertain input it depends on.

    Args:
        model: the model.
        assumptions: its inputs as they are in force.
        seed: of the scrambled Sobol sequence and of the resampling.
        samples: base samples, a power of two.
    Returns:
        None where two options are not compared or nothing uncertain moves the saving.
    Raises:
        DataError: SALib is not installed.
    """
    import numpy as np

    analyze, sample = _salib()
    reached = _behind(model, "saving.npv")
    drawn = [a for a in assumptions if varies(a) and a.id in reached]
    if model.compared is None or not drawn:
        return None
    problem = {"num_vars": len(drawn), "names": [a.id for a in drawn], "bounds": [[0.0, 1.0]] * len(drawn)}
    uniform = sample(problem, samples, calc_second_order=False, scramble=True, seed=seed)
    uniform = np.clip(uniform, 0.0, 1 - 2**-53)
    base, draw = dict(values_of(assumptions)), [(a.id, sampler(a)) for a in drawn]
    saving = np.empty(len(uniform))
    for start in range(0, len(uniform), CHUNK):
        block = uniform[start : start + CHUNK]
        inputs = base | {id: one(np.ascontiguousarray(block[:, place])) for place, (id, one) in enumerate(draw)}
        saving[start : start + len(block)] = evaluate_arrays(model, inputs, {"saving.npv"})["saving.npv"]
    if float(saving.std()) <= 1e-9 * float(np.abs(saving).max()):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # SALib's dependencies speak of their own future
        found = analyze(
            problem, saving, calc_second_order=False, num_resamples=_RESAMPLES, conf_level=_CONFIDENCE, seed=seed, print_to_console=False
        )
    indices = [
        SobolIndex(
            id=a.id,
            label=a.label,
            first=float(found["S1"][place]),
            first_interval=float(found["S1_conf"][place]),
            total=float(found["ST"][place]),
            total_interval=float(found["ST_conf"][place]),
        )
        for place, a in enumerate(drawn)
    ]
    return SobolStudy(
        samples=samples,
        evaluations=len(uniform),
        seed=seed,
        indices=tuple(sorted(indices, key=lambda i: (-i.total, i.id))),
        note=NOTE,
    )


def _behind(model: Model, id: str) -> set[str]:
    """Ids of everything a line rests on."""
    wanted = {id}
    for line in reversed(model.lines):
        if line.id in wanted:
            wanted |= {name.id for name in model.references[line.id]}
    return wanted


def _salib() -> tuple[Any, Any]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from SALib.analyze.sobol import analyze
            from SALib.sample.sobol import sample
    except ImportError:
        raise DataError(
            "--sobol", "needs the package SALib, which is not installed.", "Install lockin-audit with its extra `sensitivity`."
        ) from None
    return analyze, sample
