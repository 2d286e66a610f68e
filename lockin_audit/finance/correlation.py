"""Inputs that rise and fall together: a Gaussian copula over the uniform numbers of the simulation.

Uniform numbers become normal ones, are mixed by the Cholesky factor of the correlation matrix, and become uniform again, so that every
input keeps its own distribution. A rank correlation ρ (Spearman) is the correlation 2·sin(π·ρ/6) of the normal ones.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from lockin_audit.core.config import Config
from lockin_audit.core.data_files import load
from lockin_audit.core.errors import DataError
from lockin_audit.core.record import Record
from lockin_audit.finance.assumptions import unknown
from lockin_audit.finance.distribution import normal_quantile, normal_share, varies
from lockin_audit.finance.model import Model
from lockin_audit.finance.result import Correlation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


class Default(Record):
    """A correlation that comes with the tool."""

    driver: str
    follower: str
    rho: float = Field(gt=-1, lt=1)
    why: str


class CorrelationFile(Record):
    """`correlations.toml`."""

    correlations: tuple[Default, ...] = Field(alias="correlation")


@cache
def _shipped() -> tuple[Default, ...]:
    return load(Path(__file__).with_name("correlations.toml"), CorrelationFile, name="correlations.toml").correlations


@dataclass(frozen=True, slots=True)
class Copula:
    """Which inputs move together, and the Cholesky factor of their correlation matrix."""

    ids: tuple[str, ...]
    """Drivers before followers: the numbers of a driver stay as they were drawn."""
    factor: tuple[tuple[float, ...], ...]
    """Lower triangle, one row per id."""
    pairs: tuple[Correlation, ...]
    """What it was made from."""

    def mixed(self, uniform: Mapping[str, Array]) -> dict[str, Array]:
        """Independent uniform numbers as dependent ones; inputs outside the copula stay as they are."""
        found = dict(uniform)
        normal: dict[str, Array] = {}
        for id, row in zip(self.ids, self.factor, strict=True):
            normal[id] = normal_quantile(uniform[id])
            weights = [(other, weight) for other, weight in zip(self.ids, row, strict=False) if weight]
            if weights == [(id, 1.0)]:
                continue
            total = normal[weights[0][0]] * weights[0][1]
            for other, weight in weights[1:]:
                total = total + normal[other] * weight
            found[id] = normal_share(total)
        return found


NONE = Copula((), (), ())


def copula_of(config: Config, model: Model) -> Copula:
    """The copula of a study: the correlations that come with the tool, then those of the config, which go before them.

    Raises:
        DataError: a correlation names an unknown input, or together they are impossible (the matrix is not positive definite).
    """
    drawn = [a.id for a in model.assumptions if varies(a)]
    known = set(model.inputs)
    pairs, via = _defaults(model, set(drawn))
    for given in config.correlations:
        for id in given.between:
            if id not in known:
                raise unknown(f"correlation: {id}", id, known)
        first, second = given.between
        if first == second:
            raise DataError("correlation", f"{first!r} is given twice.", "Name two inputs.")
        if first in drawn and second in drawn:
            pairs.pop((second, first), None)
            pairs[first, second] = given.rho
    if not pairs:
        return NONE
    drivers = [id for id in drawn if any(id == first for first, _ in pairs)]
    ids = [*drivers, *(id for id in drawn if id not in drivers and any(id == second for _, second in pairs))]
    pearson = {pair: 2 * math.sin(math.pi * rho / 6) for pair, rho in pairs.items()}
    return Copula(
        tuple(ids),
        _cholesky(_matrix(ids, pearson, via), pairs),
        tuple(Correlation(first=first, second=second, rho=rho) for (first, second), rho in sorted(pairs.items())),
    )


def _defaults(model: Model, drawn: Collection[str]) -> tuple[dict[tuple[str, str], float], set[tuple[str, str]]]:
    """Shipped correlations written out for workflows and options."""
    found: dict[tuple[str, str], float] = {}
    for default in _shipped():
        for option in model.options:
            for workflow in option.workflows:
                owner = {"w": workflow, "o": option.id}
                driver, follower = (f"{owner[t.partition('.')[0]]}.{t.partition('.')[2]}" for t in (default.driver, default.follower))
                if driver not in drawn or follower not in drawn:
                    continue
                shared = default.driver.startswith("w.") and default.follower.startswith("o.")
                found[driver, follower] = default.rho / math.sqrt(len(option.workflows) if shared else 1)
    return found, set(found)


def _matrix(ids: Sequence[str], pairs: Mapping[tuple[str, str], float], via: Collection[tuple[str, str]]) -> list[list[float]]:
    """The correlation matrix; two followers of one shipped driver are related through it unless a pair of their own says otherwise."""
    place = {id: n for n, id in enumerate(ids)}
    matrix = [[float(row == column) for column in range(len(ids))] for row in range(len(ids))]
    for one, first in ((p, a) for p, a in via if (p, a) in pairs):
        for other, second in ((p, b) for p, b in via if (p, b) in pairs):
            if one == other and first != second:
                matrix[place[first]][place[second]] += pairs[one, first] * pairs[other, second]
    for (first, second), rho in pairs.items():
        matrix[place[first]][place[second]] = matrix[place[second]][place[first]] = rho
    return matrix


def _cholesky(matrix: Sequence[Sequence[float]], pairs: Collection[tuple[str, str]]) -> tuple[tuple[float, ...], ...]:
    factor = [[0.0] * len(matrix) for _ in matrix]
    for row in range(len(matrix)):
        for column in range(row + 1):
            rest = matrix[row][column] - math.fsum(factor[row][k] * factor[column][k] for k in range(column))
            if row != column:
                factor[row][column] = rest / factor[column][column]
            elif rest > 1e-9:
                factor[row][row] = math.sqrt(rest)
            else:
                raise DataError(
                    "correlation",
                    f"the {len(pairs)} correlations cannot all hold at once: the matrix is not positive definite.",
                    "Bring those with the largest rho nearer to 0; two inputs that each follow a third closely cannot be opposed.",
                )
    return tuple(tuple(row) for row in factor)
