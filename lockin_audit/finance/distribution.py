"""From a low, a likely and a high value to draws: the 10th percentile, the mode and the 90th percentile of a distribution.

PERT is the beta distribution with shape parameters 1 + 4(m−a)/(b−a) and 1 + 4(b−m)/(b−a) on [a, b]; its ends a and b are chosen so that
low and high come out as P10 and P90. The same for the triangular one. The lognormal follows from P10 and P90 alone. Draws beyond an
assumption's minimum or maximum are put at it.

Two are shocks: Bernoulli takes `high` with its probability and `low` else; Poisson counts events with the mean `value` × exposure.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from lockin_audit.core.assumption import Assumption

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

Z90 = 1.2815515655446004
"""90th percentile of the standard normal distribution."""
_NODES = 1025
_SHAPES = 101


def varies(assumption: Assumption) -> bool:
    """Whether the simulation draws it."""
    if assumption.distribution == "poisson":
        return assumption.value > 0
    if assumption.distribution == "bernoulli" and assumption.probability in (0, 1, None):
        return False
    return assumption.distribution != "fixed" and assumption.high > assumption.low


def counted(assumption: Assumption, horizon_months: int) -> Assumption:
    """A Poisson input with its exposure over the horizon and the 10th and 90th percentile as its range; others as they are."""
    if assumption.distribution != "poisson":
        return assumption
    per = {"year": horizon_months / 12, "month": float(horizon_months)}.get(assumption.unit.rpartition("/")[2], 1.0)
    events, cumulative = _poisson(assumption.value * per)
    low, high = (float(events[min(int((cumulative <= share).sum()), len(events) - 1)]) / per for share in (0.1, 0.9))
    return assumption.model_copy(
        update={"exposure": per, "low": min(low, assumption.value), "high": max(high, assumption.value)},
    )


def mean(assumption: Assumption) -> float:
    """Mean of what the simulation draws, where no bound cuts into it."""
    match assumption.distribution:
        case _ if not varies(assumption):
            return assumption.value
        case "bernoulli":
            return assumption.low + (assumption.probability or 0.0) * (assumption.high - assumption.low)
        case "lognormal":
            middle, spread = _log_normal(assumption)
            return math.exp(middle + spread**2 / 2)
        case "poisson":
            return assumption.value
        case shape:
            start, end = ends(assumption)
            weight = 4 if shape == "pert" else 1
            return (start + weight * assumption.value + end) / (weight + 2)


def ends(assumption: Assumption) -> tuple[float, float]:
    """Smallest and largest value of a PERT or triangular distribution whose P10, mode and P90 are low, value and high.

    Below and above the stated bounds where those cut in; the mean of a PERT is (a + 4m + b) / 6.
    """
    import numpy as np

    shapes, low, high = _quantiles(assumption.distribution)
    share = (assumption.value - assumption.low) / (assumption.high - assumption.low)
    mode = float(np.interp(share, (shapes - low) / (high - low), shapes))
    p10, p90 = float(np.interp(mode, shapes, low)), float(np.interp(mode, shapes, high))
    width = (assumption.high - assumption.low) / (p90 - p10)
    start = assumption.low - p10 * width
    return start, start + width


def sampler(assumption: Assumption) -> Callable[[Array], Array]:
    """The inverse of the distribution function: from uniform numbers in [0, 1) to as many draws."""
    import numpy as np

    low = -math.inf if assumption.minimum is None else assumption.minimum
    high = math.inf if assumption.maximum is None else assumption.maximum
    if assumption.distribution == "bernoulli":
        limit = 1 - (assumption.probability or 0.0)
        return lambda uniform: np.where(uniform >= limit, assumption.high, assumption.low)
    if assumption.distribution == "poisson":
        events, cumulative = _poisson(assumption.value * assumption.exposure)
        counts, last = events / assumption.exposure, len(events) - 1
        return lambda uniform: np.clip(counts[np.minimum(np.searchsorted(cumulative, uniform, side="right"), last)], low, high)
    if assumption.distribution == "lognormal":
        middle, spread = _log_normal(assumption)
        return lambda uniform: np.clip(np.exp(middle + spread * normal_quantile(uniform)), low, high)
    start, end = ends(assumption)
    width = end - start
    unit = _unit_quantile(assumption.distribution, min(1.0, max(0.0, (assumption.value - start) / width)))
    return lambda uniform: np.clip(start + width * unit(uniform), low, high)


def normal_quantile(uniform: Array) -> Array:
    """Standard normal numbers from uniform ones, to seven digits."""
    import numpy as np

    return np.interp(uniform, *_normal())


def normal_share(normal: Array) -> Array:
    """Uniform numbers from standard normal ones: the inverse of `normal_quantile`, and never quite 1."""
    import numpy as np

    probability, z = _normal()
    return np.minimum(np.interp(normal, z, probability), 1 - 2**-53)


def _unit_quantile(distribution: str, shape: float) -> Callable[[Array], Array]:
    """Quantiles on [0, 1] for a mode at `shape`."""
    import numpy as np

    if distribution == "triangular":
        return lambda u: np.where(u < shape, np.sqrt(u * shape), 1 - np.sqrt((1 - u) * (1 - shape)))
    x, cumulative = _beta(shape)
    return lambda u: np.interp(u, cumulative, x)


@lru_cache(maxsize=1024)
def _beta(shape: float) -> tuple[Array, Array]:
    """Distribution function of the unit PERT with its mode at `shape`, on a grid, by Simpson's rule."""
    import numpy as np

    x = np.linspace(0, 1, 2 * _NODES - 1)
    density = x ** (4 * shape) * (1 - x) ** (4 * (1 - shape))
    pieces = (density[:-2:2] + 4 * density[1:-1:2] + density[2::2]) / 6
    cumulative = np.concatenate([[0.0], np.cumsum(pieces)])
    return x[::2], cumulative / cumulative[-1]


def _log_normal(assumption: Assumption) -> tuple[float, float]:
    low, high = math.log(assumption.low), math.log(assumption.high)
    return (low + high) / 2, (high - low) / (2 * Z90)


def _poisson(mean: float) -> tuple[Array, Array]:
    """Numbers of events within twelve standard deviations of the mean, and the probability of at most so many."""
    import numpy as np

    reach = 12 * math.sqrt(mean) + 20
    events = np.arange(max(0, math.floor(mean - reach)), math.ceil(mean + reach) + 1, dtype=np.float64)
    logarithm = np.concatenate([[math.lgamma(events[0] + 1)], np.log(events[1:])]).cumsum()
    return events, np.exp(events * math.log(mean) - mean - logarithm).cumsum() if mean > 0 else np.ones_like(events)


@cache
def _quantiles(distribution: str) -> tuple[Array, Array, Array]:
    """Mode on [0, 1] → P10 and P90 of the unit distribution."""
    import numpy as np

    shapes = np.linspace(0, 1, _SHAPES)
    both = np.array([_unit_quantile(distribution, float(s))(np.array([0.1, 0.9])) for s in shapes])
    return shapes, both[:, 0], both[:, 1]


@cache
def _normal() -> tuple[Array, Array]:
    """Distribution function of the standard normal on a grid from −8 to 8: probability → z."""
    import numpy as np

    z = np.linspace(-8, 8, 16385)
    probability = np.array([0.5 * math.erfc(-value / math.sqrt(2)) for value in z.tolist()])
    return probability, z
