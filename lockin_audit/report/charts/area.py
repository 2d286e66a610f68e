"""A part of the sheet with scales: data in, inches out."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lockin_audit.report.charts.sketch import Sketch


@dataclass(frozen=True)
class Area:
    """A plotting area; x grows to the right, y upwards."""

    sketch: Sketch
    left: float
    top: float
    width: float
    height: float
    x0: float
    x1: float
    y0: float
    y1: float

    @property
    def right(self) -> float:
        """Right edge in inches."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Lower edge in inches."""
        return self.top + self.height

    def x(self, value: float) -> float:
        """Place of a value across."""
        return self.left + (value - self.x0) / (self.x1 - self.x0) * self.width

    def y(self, value: float) -> float:
        """Place of a value up."""
        return self.bottom - (value - self.y0) / (self.y1 - self.y0) * self.height

    def scale_y(self, write: Callable[[float], str], most: int = 6) -> None:
        """Lines across with their values at the left."""
        for value in ticks(self.y0, self.y1, most):
            self.sketch.line([(self.left, self.y(value)), (self.right, self.y(value))], "axis" if value == 0 else "grid", width=0.8)
            self.sketch.write(self.left - 0.06, self.y(value), write(value), 8.5, role="muted", align="right")

    def scale_x(self, write: Callable[[float], str], values: Sequence[float] = (), *, lines: bool = False, most: int = 8) -> None:
        """Values under the area, with lines up where asked for."""
        for value in values or ticks(self.x0, self.x1, most):
            if lines:
                self.sketch.line([(self.x(value), self.top), (self.x(value), self.bottom)], "grid", width=0.8)
            self.sketch.write(self.x(value), self.bottom + 0.07, write(value), 8.5, role="muted", align="center", level="top")


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round values within a range, at most so many."""
    span = high - low
    if not math.isfinite(span) or span <= 0:
        return [low]
    rough = span / max(most - 1, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(s * power for s in (1, 2, 2.5, 5, 10) if s * power >= rough * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [n * step for n in range(first, last + 1)]


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near to the wanted ones as can be, in their order, at least `gap` apart and between low and high where that is possible.

    Args:
        wanted: ascending.
        gap: least distance.
        low: least place.
        high: greatest place.
    """
    found: list[float] = []
    for place in wanted:
        found.append(max(place, found[-1] + gap if found else low))
    ceiling = high
    for number in range(len(found) - 1, -1, -1):
        found[number] = min(found[number], ceiling)
        ceiling = found[number] - gap
    if found and found[0] < low:
        tight = min(gap, (high - low) / max(len(found) - 1, 1))
        found = [low + n * tight for n in range(len(found))]
    return found
