"""How lock-in grows, measured from audits of several days: X(t) = X∞ − (X∞ − X₀)·e^(−t/τ), fitted by least squares.

For a given τ the curve is a straight line in e^(−t/τ), so only τ is searched for. The curve has no memory: fitted to the past it goes on
from today with the same τ and the same X∞, which are the two inputs of the model (`lockin_months`, and `lockin_ceiling` = X∞ ÷ X today).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config
from lockin_audit.core.lock_in_history import DatedPoints
from lockin_audit.finance.distribution import Z90

LEAST = 3
"""Days with points that the curve needs: it has three unknowns."""
_SHORTEST, _LONGEST = 0.25, 120.0
"""Time constants searched, in months."""
_GRID = 240
_NARROWINGS = 80
_DAYS_PER_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Growth:
    """The curve from today on."""

    ceiling: float
    """X∞ as a multiple of today's X."""
    months: float
    """Time constant τ."""


def fit(points: Sequence[tuple[float, float]], today: float) -> Growth | str:
    """Fit the curve.

    Args:
        points: (month, effort points), months from any start, at least three different ones.
        today: month of the study on the same count.
    Returns:
        the curve, or in words why the points give none.
    """
    levels = sorted({month for month, _ in points})
    if len(levels) < LEAST:
        return f"{len(levels)} of the {LEAST} days it takes"
    biggest = max(x for _, x in points)
    if biggest <= 0:
        return "the audits found nothing that would have to be rebuilt"
    start = levels[0]
    by_month = [(month - start, x) for month, x in points]

    def solved(months: float) -> tuple[float, float, float]:
        """Squared error, X∞ and X∞ − X₀ for one time constant."""
        fades = [math.exp(-t / months) for t, _ in by_month]
        mean_fade, mean_x = math.fsum(fades) / len(fades), math.fsum(x for _, x in by_month) / len(by_month)
        spread = math.fsum((f - mean_fade) ** 2 for f in fades)
        slope = math.fsum((f - mean_fade) * (x - mean_x) for f, (_, x) in zip(fades, by_month, strict=True)) / spread if spread else 0.0
        ceiling = mean_x - slope * mean_fade
        error = math.fsum((ceiling + slope * f - x) ** 2 for f, (_, x) in zip(fades, by_month, strict=True))
        return error, ceiling, -slope

    grid = [_SHORTEST * (_LONGEST / _SHORTEST) ** (n / (_GRID - 1)) for n in range(_GRID)]
    best = min(range(_GRID), key=lambda n: solved(grid[n])[0])
    low, high = grid[max(best - 1, 0)], grid[min(best + 1, _GRID - 1)]
    for _ in range(_NARROWINGS):
        one, two = low + (high - low) * 0.382, low + (high - low) * 0.618
        low, high = (low, two) if solved(one)[0] <= solved(two)[0] else (one, high)
    months = (low + high) / 2
    _, ceiling, rise = solved(months)
    if rise <= 1e-9 * biggest:
        return Growth(1.0, months)
    if months > 0.98 * _LONGEST:
        return "the points rise without any sign of levelling off, so no ceiling can be told"
    now = ceiling - rise * math.exp(-(today - start) / months)
    return Growth(max(1.0, ceiling / now), months) if now > 0 else "the curve through the points starts below nothing"


def measured_growth(config: Config, audit: Audit | None, as_of: date) -> tuple[Growth, Growth, Growth, str] | str | None:
    """The curve of a study's history with its range.

    Args:
        config: with the points of earlier days.
        audit: today's audit, the last point.
        as_of: its day.
    Returns:
        likely, low and high curve and their source in words; a reason why there is none; None where no history is given.
    """
    history = [p for p in config.lock_in.points if p.on <= as_of]
    if not config.lock_in.points:
        return None
    if audit is not None and audit.rebuild:
        today = math.fsum(i.points for i in audit.rebuild if "leave_runtime" in i.triggers)
        history = [*(p for p in history if p.on != as_of), DatedPoints(on=as_of, points=today)]
    points = sorted((p.on.toordinal() / _DAYS_PER_MONTH, p.points) for p in history)
    now = as_of.toordinal() / _DAYS_PER_MONTH
    found = fit(points, now)
    if isinstance(found, str):
        return found
    first, last = min(p.on for p in history), max(p.on for p in history)
    source = f"Fitted to {len(points)} audits from {first} to {last}"
    without = [fit([p for n, p in enumerate(points) if n != left], now) for left in range(len(points))]
    others = [g for g in without if isinstance(g, Growth)]
    if len(points) <= LEAST or len(others) < len(points):
        return found, found, found, f"{source}; three days fix the curve but leave no measure of its error."
    low, high = (_spread(found, others, side) for side in (-Z90, Z90))
    return found, low, high, f"{source}; the range from leaving each of them out in turn."


def _spread(found: Growth, others: Sequence[Growth], deviations: float) -> Growth:
    """The jackknife's standard error times so many deviations beside the likely curve."""

    def side(value: float, all_: Sequence[float], least: float) -> float:
        middle = math.fsum(all_) / len(all_)
        error = math.sqrt((len(all_) - 1) / len(all_) * math.fsum((x - middle) ** 2 for x in all_))
        return max(least, value + deviations * error)

    return Growth(side(found.ceiling, [g.ceiling for g in others], 1.0), side(found.months, [g.months for g in others], 0.1))


def with_growth(assumptions: dict[str, Assumption], options: Sequence[str], config: Config, audit: Audit | None, as_of: date) -> str:
    """Put the measured curve into the inputs of these options; says in words where there is a history but no curve.

    Args:
        assumptions: id → input; changed in place.
        options: ids of the options that are left when the vendor's runtime is: those with a managed part.
        config: with the points of earlier days.
        audit: today's.
        as_of: its day.
    """
    found = measured_growth(config, audit, as_of)
    if found is None or isinstance(found, str):
        return f"The growth of lock-in stays an assumption: {found}." if found else ""
    likely, low, high, source = found
    for option in options:
        for key in ("ceiling", "months"):
            id = f"{option}.lockin_{key}"
            if id in assumptions:
                value, least, most = (getattr(g, key) for g in (likely, low, high))
                shape = "pert" if most > least else "fixed"
                changes = {"value": value, "low": least, "high": most, "basis": "measured", "source": source, "distribution": shape}
                assumptions[id] = assumptions[id].model_copy(update=changes)
    return ""
