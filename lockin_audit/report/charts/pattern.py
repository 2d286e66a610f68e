"""Patterns that keep areas apart in a black and white print, as plain lines inside the area."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, Literal

Point = tuple[float, float]
Pattern = Literal["", "/", "\\", "x", "-", "|", "+"]
_ANGLES: Final[dict[str, tuple[float, ...]]] = {
    "": (),
    "/": (45.0,),
    "\\": (135.0,),
    "x": (45.0, 135.0),
    "-": (0.0,),
    "|": (90.0,),
    "+": (0.0, 90.0),
}
_GAP: Final = 0.075
"""Inches between two lines."""


def pattern_lines(rings: Sequence[Sequence[Point]], pattern: Pattern) -> tuple[tuple[Point, Point], ...]:
    """The lines of a pattern inside the rings (even-odd), on a grid that all areas of a sheet share."""
    found: list[tuple[Point, Point]] = []
    edges = [(ring[n - 1], ring[n]) for ring in rings for n in range(len(ring))]
    for angle in _ANGLES[pattern]:
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        turned = [((ax * cos - ay * sin, ax * sin + ay * cos), (bx * cos - by * sin, bx * sin + by * cos)) for (ax, ay), (bx, by) in edges]
        levels = [p[1] for edge in turned for p in edge]
        first = math.floor(min(levels) / _GAP) if levels else 0
        last = math.ceil(max(levels) / _GAP) if levels else 0
        for step in range(first, last + 1):
            level = (step + 0.5) * _GAP
            cuts = sorted(a[0] + (level - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in turned if (a[1] <= level) != (b[1] <= level))
            for left, right in zip(cuts[::2], cuts[1::2], strict=False):
                if right - left > 0.01:
                    ends = [(x * cos + level * sin, -x * sin + level * cos) for x in (left, right)]
                    found.append((ends[0], ends[1]))
    return tuple(found)
