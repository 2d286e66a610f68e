"""The sheet a chart is drawn on: size, title, units, source line, shapes, and texts that fit their place.

Lengths are inches from the upper left corner, y downwards; widths of lines and sizes of type are points.
Everything is drawn by roles of the palette, so that a chart is the same in light and dark.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from lockin_audit.core.text import visible
from lockin_audit.report.charts.ink import Letters, Mark, Point, Shape, to_png, to_svg
from lockin_audit.report.charts.letters import CAPITAL, DROP, drawable, width
from lockin_audit.report.charts.palette import PALETTES, Theme
from lockin_audit.report.charts.pattern import Pattern, pattern_lines

Form = Literal["svg", "png"]
Align = Literal["left", "center", "right"]
Level = Literal["base", "top", "middle", "bottom"]
Marker = Literal["circle", "square", "diamond", "triangle", "ring", "cross"]
MARGIN: Final = 0.2
LINES: Final[tuple[tuple[str, tuple[float, ...], Marker, str], ...]] = (
    ("platform", (), "circle", "solid"),
    ("owned", (6, 2.5), "square", "dashed"),
    ("series-3", (1.5, 1.5), "triangle", "dotted"),
    ("series-4", (7, 2, 1.5, 2), "diamond", "dash and dot"),
    ("series-8", (10, 4), "cross", "long dashes"),
)
"""Colour, dash, sign and their name of the lines of options, the compared pair first."""


@dataclass(frozen=True)
class Layout:
    """Where a chart will stand."""

    name: str
    width: float
    titled: bool
    """Whether title, subtitle and source line are part of the picture; a page prints them as text instead."""
    height: float = 0.0
    """Height of the whole sheet; 0: as much as the chart needs."""


SLIDE: Final = Layout("slide", 9.6, True, 5.4)
"""Sixteen to nine."""
LEAF: Final = Layout("leaf", 6.9, True)
"""The text width of an upright A4 or letter page."""
COLUMN: Final = Layout("column", 6.9, False)
"""The same for a document that prints titles itself."""
PAGE: Final = Layout("page", 9.6, False)
NARROW: Final = Layout("narrow", 3.7, False)


class Sketch:
    """One chart being drawn."""

    def __init__(self, theme: Theme, layout: Layout, title: str, subtitle: str, source: str) -> None:
        self.layout, self.title = layout, visible(title, 4_000)
        self.colours = PALETTES[theme]
        self.marks: list[Mark] = []
        room = layout.width - 2 * MARGIN
        self._heading = self.wrap(title, room, 13, bold=True, lines=3) if layout.titled else []
        self._under = self.wrap(subtitle, room, 9, lines=2) if layout.titled and subtitle else []
        self._foot = self.wrap(source, room, 7, lines=2) if layout.titled else []
        self.top = 0.16 + 0.24 * len(self._heading) + 0.17 * len(self._under) + 0.1 if layout.titled else 0.05
        """Where the drawing may begin."""
        self._below = 0.16 + 0.13 * len(self._foot) if layout.titled else 0.05
        self.height = layout.height or self.top + self._below
        """Height of the sheet; grows with `take` where the layout leaves it free."""

    @property
    def narrow(self) -> bool:
        """Drawn for a phone."""
        return self.layout.width < 6

    @property
    def width(self) -> float:
        """Width of the sheet."""
        return self.layout.width

    def take(self, height: float) -> float:
        """Make room for the drawing: the height it may have, which is what it asks for unless the layout fixes it."""
        if self.layout.height:
            return self.height - self.top - self._below
        self.height = self.top + height + self._below
        return height

    def rows(self, count: int, height: float, *, least: float, beside: float) -> tuple[int, float]:
        """How many of so many rows are shown, and how high each is; makes the room for them.

        Args:
            count: rows there are.
            height: of one row, where there is room.
            least: smallest height a row can be read at.
            beside: height of what stands above and below the rows.
        """
        free = self.take(count * height + beside) - beside
        if not self.layout.height:
            return count, height
        shown = min(count, max(1, int(free / least + 1e-9)))
        return shown, min(1.7 * height, free / shown)

    # Shapes -------------------------------------------------------------------------------------------------------------

    def rect(self, x: float, y: float, w: float, h: float, fill: str = "", *, stroke: str = "", line: float = 0.8, pattern: Pattern = "",
             opacity: float = 1.0, dash: tuple[float, ...] = ()) -> None:  # fmt: skip
        """A rectangle from its upper left corner; negative sizes go the other way."""
        self.polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], fill, stroke=stroke, line=line, pattern=pattern, opacity=opacity,
                     dash=dash)  # fmt: skip

    def polygon(self, ring: Sequence[Point], fill: str = "", *, stroke: str = "", line: float = 0.8, pattern: Pattern = "",
                opacity: float = 1.0, dash: tuple[float, ...] = ()) -> None:  # fmt: skip
        """A filled ring of points, with a pattern over it."""
        self.polygons([ring], fill, stroke=stroke, line=line, pattern=pattern, opacity=opacity, dash=dash)

    def polygons(self, rings: Sequence[Sequence[Point]], fill: str = "", *, stroke: str = "", line: float = 0.8, pattern: Pattern = "",
                 opacity: float = 1.0, dash: tuple[float, ...] = ()) -> None:  # fmt: skip
        """Several rings as one shape, so that no seam shows between neighbours."""
        shape = tuple(tuple(ring) for ring in rings)
        colours = self.colours
        if fill:
            self.marks.append(Shape(shape, True, fill=colours[fill], opacity=opacity))
        if pattern:
            lines = pattern_lines(shape, pattern)
            if lines:
                self.marks.append(Shape(lines, False, stroke=colours["ink"], width=0.6, opacity=0.55))
        if stroke:
            self.marks.append(Shape(shape, True, stroke=colours[stroke], width=line, dash=dash, opacity=opacity))

    def line(
        self, points: Sequence[Point], role: str = "axis", *, width: float = 1.0, dash: tuple[float, ...] = (), opacity: float = 1.0
    ) -> None:
        """An open line through the points."""
        self.marks.append(Shape((tuple(points),), False, stroke=self.colours[role], width=width, dash=dash, opacity=opacity))

    def lines(self, pieces: Sequence[Sequence[Point]], role: str = "axis", *, width: float = 1.0, dash: tuple[float, ...] = ()) -> None:
        """Several open lines as one shape."""
        self.marks.append(Shape(tuple(tuple(p) for p in pieces), False, stroke=self.colours[role], width=width, dash=dash))

    def marker(self, x: float, y: float, kind: Marker, role: str, *, size: float = 0.05) -> None:
        """A sign at a point; `size` is half its width."""
        turns = {"square": (4, 45.0, 1.25), "diamond": (4, 0.0, 1.3), "triangle": (3, 90.0, 1.3)}.get(kind, (20, 0.0, 1.0))
        corners, start, factor = turns
        if kind == "cross":
            for sign in (-1, 1):
                self.line([(x - size, y - sign * size), (x + size, y + sign * size)], role, width=1.8)
            return
        ring = [
            (
                x + factor * size * math.cos(math.radians(start + 360 * n / corners)),
                y - factor * size * math.sin(math.radians(start + 360 * n / corners)),
            )
            for n in range(corners)
        ]
        self.polygon(
            ring, "paper" if kind == "ring" else role, stroke=role if kind == "ring" else "ink", line=1.8 if kind == "ring" else 0.7
        )

    # Texts --------------------------------------------------------------------------------------------------------------

    def write(self, x: float, y: float, text: str, size: float, *, role: str = "ink", bold: bool = False, align: Align = "left",
              level: Level = "middle", angle: float = 0.0, boxed: bool = False) -> None:  # fmt: skip
        """Write one line of text.

        Args:
            x: its left end, middle or right end, as `align` says.
            y: its middle, base, top or bottom, as `level` says.
            text: what is written; characters without a shape are left out.
            size: of the type.
            role: colour role.
            bold: heavy type.
            align: where x is.
            level: where y is.
            angle: degrees against the clock, round the point itself.
            boxed: on a ground of paper, above lines.
        """
        text = plain(text)
        em, long = size / 72, self.width_of(text, size, bold=bold)
        left = {"left": 0.0, "center": -long / 2, "right": -long}[align]
        drop = {"base": 0.0, "top": CAPITAL, "middle": CAPITAL / 2, "bottom": -DROP}[level] * em
        if boxed and text:
            self.rect(x + left - 0.02, y + drop - 0.8 * em, long + 0.04, 1.08 * em, "paper", opacity=0.85)
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        self.marks.append(Letters(x + left * cos + drop * sin, y - left * sin + drop * cos, text, size, self.colours[role], bold, angle))

    def block(self, x: float, y: float, lines: Sequence[str], size: float, *, level: Level = "top", role: str = "ink", bold: bool = False,
              align: Align = "left", boxed: bool = False) -> float:  # fmt: skip
        """Write lines of text under one another; returns the height they take."""
        step = 1.35 * size / 72
        total = step * len(lines)
        start = y + {"top": 0.0, "middle": -total / 2, "bottom": -total, "base": 0.0}[level]
        for number, line in enumerate(lines):
            self.write(x, start + (number + 0.5) * step, line, size, role=role, bold=bold, align=align, boxed=boxed)
        return total

    def width_of(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width of a text in inches."""
        return width(text, bold) * size / 72

    def fit(self, text: str, room: float, size: float, *, bold: bool = False) -> str:
        """The text, shortened with an ellipsis until it fits the room."""
        text = plain(text)
        if self.width_of(text, size, bold=bold) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.width_of(text[:middle].rstrip() + "…", size, bold=bold) <= room else (low, middle - 1)
        return text[:low].rstrip() + "…"

    def wrap(self, text: str, room: float, size: float, *, bold: bool = False, lines: int = 2) -> list[str]:
        """The text in at most so many lines; the last one ends in an ellipsis when more is left."""
        words = plain(text).split(" ")
        found: list[str] = []
        while words and len(found) < lines:
            if len(found) == lines - 1:
                found.append(self.fit(" ".join(words), room, size, bold=bold))
                break
            taken, used = 1, self.width_of(words[0], size, bold=bold)
            while taken < len(words) and (used := used + self.width_of(f" {words[taken]}", size, bold=bold)) <= room:
                taken += 1
            found.append(self.fit(" ".join(words[:taken]), room, size, bold=bold))
            words = words[taken:]
        return found

    # The result ---------------------------------------------------------------------------------------------------------

    def save(self, form: Form, description: str = "") -> bytes:
        """The picture as bytes."""
        ground = Shape((((0, 0), (self.width, 0), (self.width, self.height), (0, self.height)),), fill=self.colours["paper"])
        marks = [ground, *self.marks, *self.frame()]
        if form == "png":
            return to_png(marks, self.width, self.height)
        return to_svg(marks, self.width, self.height, self.title, description)

    def frame(self) -> list[Mark]:
        """Title, subtitle and source line."""
        ink, muted = self.colours["ink"], self.colours["muted"]
        marks: list[Mark] = []
        y = 0.16
        for line in self._heading:
            marks.append(Letters(MARGIN, y + 0.14, line, 13, ink, bold=True))
            y += 0.24
        for line in self._under:
            marks.append(Letters(MARGIN, y + 0.13, line, 9, muted))
            y += 0.17
        for number, line in enumerate(reversed(self._foot)):
            marks.append(Letters(MARGIN, self.height - 0.09 - 0.13 * number, line, 7, muted))
        return marks


def plain(text: str) -> str:
    """A text as one line a chart can show: control and direction characters removed, spaces joined, at most 400 characters."""
    spaced = re.sub(r"\s+", " ", text[:2000])
    return "".join(c for c in spaced if unicodedata.category(c)[0] != "C").strip()[:400]


def label(name: str, id: str) -> str:
    """A name for a chart: the id in its place when the font cannot draw the name."""
    text = plain(name)
    return text if text and drawable(text) else plain(id)
