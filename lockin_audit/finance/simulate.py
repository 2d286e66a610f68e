"""Monte Carlo over every uncertain input, with the same draws for every option.

Each input has a random stream of its own, made from the seed and its id: adding an input leaves the draws of the others as they were,
and the result does not depend on the size of the chunks in which the draws are worked out.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lockin_audit.core.assumption import Assumption
from lockin_audit.finance.correlation import NONE, Copula
from lockin_audit.finance.distribution import sampler, varies
from lockin_audit.finance.evaluate import evaluate_arrays, values_of
from lockin_audit.finance.model import Model
from lockin_audit.finance.result import Simulation, WorthMeasuring

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

CHUNK = 2048
BAND_DRAWS = 50_000
"""The cumulative bands rest on the first so many draws; everything else on all of them."""
_BINS = 40
_SPREAD_DRAWS = 4096
_PARTS, _PART_DRAWS = 40, 500
"""To see what knowing an input would be worth its range is cut into equally likely parts: at most so many, with so many draws each."""


class Draws:
    """Endless draws of every uncertain assumption, in order."""

    def __init__(self, assumptions: Sequence[Assumption], seed: int, copula: Copula = NONE) -> None:
        import numpy as np

        self.copula = copula
        self.fixed = values_of(a for a in assumptions if not varies(a))
        self._streams = [
            (a.id, sampler(a), np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, zlib.crc32(a.id.encode())]))))
            for a in assumptions
            if varies(a)
        ]

    def uniform(self, count: int) -> dict[str, Array]:
        """The next uniform numbers of each uncertain assumption, correlated ones together."""
        return self.copula.mixed({id: stream.random(count) for id, _, stream in self._streams})

    def values(self, uniform: Mapping[str, Array]) -> dict[str, Any]:
        """What they stand for: assumption id → an array, or a float for one that does not vary."""
        return {**self.fixed, **{id: draw(uniform[id]) for id, draw, _ in self._streams}}

    def take(self, count: int) -> dict[str, Any]:
        """The next draws: assumption id → an array, or a float for one that does not vary."""
        return self.values(self.uniform(count))


def simulate(
    model: Model, assumptions: Sequence[Assumption], *, draws: int, seed: int, chunk: int = CHUNK, copula: Copula = NONE
) -> Simulation | None:
    """Simulate the comparison of a model.

    Args:
        model: the model.
        assumptions: its inputs as they are in force.
        draws: how many futures; 0 for none.
        seed: any whole number from 0.
        chunk: futures worked out at once.
        copula: which inputs are drawn together.
    Returns:
        the distribution of the saving, or None where two options are not compared or no draws are asked for.
    """
    import numpy as np

    if model.compared is None or draws == 0:
        return None
    stream = Draws(assumptions, seed, copula)
    before, after = model.compared
    npv = {id: np.empty(draws) for id in (before, after)}
    paid = np.zeros(model.horizon)
    kept = min(draws, BAND_DRAWS)
    cumulative = {o.id: np.empty((model.horizon, kept)) for o in model.options}
    bins: dict[str, NDArray[np.uint8]] = {}
    parts = max(2, min(_PARTS, kept // _PART_DRAWS))
    targets = {"saving.paid_back", f"{before}.npv", f"{after}.npv", *(f"{o.id}.cumulative" for o in model.options)}
    block = min(chunk, draws)
    for start in range(0, draws, block):
        # Blocks are always whole, so that no draw is worked out by other machine instructions than its neighbours; the rest is dropped.
        uniform = stream.uniform(block)
        done = evaluate_arrays(model, stream.values(uniform), targets)
        stop = min(start + block, draws)
        for id, held in npv.items():
            held[start:stop] = np.broadcast_to(done[f"{id}.npv"], (block,))[: stop - start]
        paid += np.broadcast_to(done["saving.paid_back"], (model.horizon, block))[:, : stop - start].sum(axis=1)
        if start < kept:
            stop = min(stop, kept)
            for id, numbers in uniform.items():
                bins.setdefault(id, np.empty(kept, dtype=np.uint8))[start:stop] = numbers[: stop - start] * parts
            for id, band in cumulative.items():
                band[:, start:stop] = np.broadcast_to(done[f"{id}.cumulative"], (model.horizon, block))[:, : stop - start]
    owned_first = model.option(before).kind == "owned" and model.option(after).kind == "managed"
    summary = _summary(npv[before], npv[after], paid, cumulative, draws, seed, owned_first=owned_first)
    worth = worth_measuring(npv[before][:kept] - npv[after][:kept], bins, {a.id: a.label for a in assumptions}, parts)
    return summary.model_copy(update={"worth_measuring": worth, "correlations": copula.pairs})


def _summary(
    before: Array, after: Array, paid: Array, cumulative: Mapping[str, Array], draws: int, seed: int, *, owned_first: bool
) -> Simulation:
    import numpy as np

    saving = before - after
    p10, p50, p90 = (float(x) for x in np.quantile(saving, [0.1, 0.5, 0.9]))
    cheaper = float(np.count_nonzero(saving < 0 if owned_first else saving > 0)) / draws
    low, high = (float(x) for x in np.quantile(saving, [0.005, 0.995]))
    errors = {}
    for name, share in (("p10", 0.1), ("p50", 0.5), ("p90", 0.9)):
        # Half the distance between the order statistics one standard error of the rank below and above.
        around = (share * (1 - share) / draws) ** 0.5
        below, above = np.quantile(saving, [max(0.0, share - around), min(1.0, share + around)])
        errors[name] = float(above - below) / 2
    counts, edges = np.histogram(np.clip(saving, low, high), bins=_BINS, range=(low, high) if high > low else (low - 0.5, low + 0.5))
    return Simulation(
        draws=draws,
        seed=seed,
        p10=p10,
        p50=p50,
        p90=p90,
        mean=float(saving.mean()),
        probability_owned_cheaper=cheaper,
        standard_error=float(np.sqrt(cheaper * (1 - cheaper) / draws)),
        probability_by_month=tuple(float(x) / draws for x in paid),
        evpi=max(0.0, float(np.maximum(saving, 0).mean() - max(float(saving.mean()), 0.0))),
        band={id: _band(rows) for id, rows in cumulative.items()},
        mean_standard_error=float(saving.std()) / draws**0.5,
        quantile_standard_errors=errors,
        monthly_spread={id: _spread(np.diff(rows[:, :_SPREAD_DRAWS], axis=0, prepend=0)) for id, rows in cumulative.items()},
        histogram=tuple((float(a), float(b), int(n)) for a, b, n in zip(edges[:-1], edges[1:], counts, strict=True)),
    )


def worth_measuring(
    saving: Array, bins: Mapping[str, NDArray[np.uint8]], labels: Mapping[str, str], parts: int
) -> tuple[WorthMeasuring, ...]:
    """What knowing each input beforehand would be worth: E[max(E[saving | input], 0)] − max(E[saving], 0), most valuable first.

    The mean within a part is itself uncertain, which makes chance look like worth; as much as parts made without regard to any input
    give is taken off, and inputs worth no more than that are left out.

    Args:
        saving: saving (NPV) of each draw.
        bins: input id → part of its range in which each draw lies, 0 to `parts` − 1, all equally likely.
        labels: input id → label.
        parts: how many there are.
    """
    import numpy as np

    def worth(of: NDArray[Any]) -> float:
        return float(np.maximum(np.bincount(of, weights=saving, minlength=parts), 0).sum()) / len(saving)

    now = max(float(saving.mean()), 0.0)
    chance = max(0.0, worth(np.arange(len(saving)) % parts) - now)
    found = [WorthMeasuring(id=id, label=labels[id], value=worth(of) - now - chance) for id, of in bins.items()]
    least = max(chance, 1e-6 * float(np.abs(saving).mean()))
    return tuple(sorted((w for w in found if w.value > least), key=lambda w: (-w.value, w.id)))


def _spread(rows: Array) -> float:
    import numpy as np

    low, middle, high = np.quantile(rows, [0.1, 0.5, 0.9], axis=1)
    return float(((high - low) / 2 / np.where(middle == 0, np.inf, np.abs(middle))).mean())


def _band(rows: Array) -> dict[str, tuple[float, ...]]:
    import numpy as np

    return {
        name: tuple(float(x) for x in values)
        for name, values in zip(("p10", "p50", "p90"), np.quantile(rows, [0.1, 0.5, 0.9], axis=1), strict=True)
    }
