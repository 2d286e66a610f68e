"""The sheet of paper a chart is drawn on: size, fonts, title, units, source line, and texts that fit their place.

Figures are made without pyplot and without the user's matplotlib settings, so that the same study always gives the same bytes.
Lengths are inches, font sizes points.
"""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import FT2Font, LoadFlags

from lockin_audit.report.charts.palette import PALETTES, Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Form = Literal["svg", "png"]
SCALE: Final = 2
"""Pixels per CSS pixel of a PNG (96 dots per inch each)."""
_SETTINGS: Final[dict[str, Any]] = {
    "font.family": ["DejaVu Sans"],
    "text.parse_math": False,
    "svg.hashsalt": "lockin-audit",
    "svg.fonttype": "path",
    "hatch.linewidth": 0.7,
    "axes.unicode_minus": True,
    "path.simplify": False,
}


@dataclass(frozen=True)
class Layout:
    """Where a chart will stand."""

    name: str
    width: float
    titled: bool
    """Whether title, subtitle and source line are part of the picture; a page prints them as text instead."""


FILE: Final = Layout("file", 9.6, True)
PAGE: Final = Layout("page", 9.6, False)
NARROW: Final = Layout("narrow", 3.7, False)


class Sketch:
    """One chart being drawn."""

    def __init__(self, theme: Theme, layout: Layout, title: str, source: str) -> None:
        self.layout, self.title, self.source = layout, title, source
        self.colours = PALETTES[theme]
        self.figure = Figure(dpi=96 * SCALE, facecolor=self.colours["paper"])
        FigureCanvasAgg(self.figure)

    @property
    def narrow(self) -> bool:
        """Drawn for a phone."""
        return self.layout.width < 6

    def axes(
        self, height: float, *, left: float = 0.2, right: float = 0.2, bottom: float = 0.3, top: float = 0.1, subtitle: str = ""
    ) -> Axes:
        """The plotting area.

        Args:
            height: of the area itself; title and source line are added to it.
            left: room beside the area for labels; likewise right, bottom and top.
            subtitle: what is shown and in which unit, under the title (in a page the caption says it).
        """
        width = self.layout.width
        heading = self.wrap(self.title, width - 0.4, 13, bold=True, lines=3) if self.layout.titled else []
        under = self.wrap(subtitle, width - 0.4, 9, lines=2) if self.layout.titled and subtitle else []
        foot = self.wrap(self.source, width - 0.4, 7, lines=2) if self.layout.titled else []
        above = (0.18 + 0.24 * len(heading) + 0.17 * len(under) + 0.12 if self.layout.titled else 0) + top
        below = bottom + (0.14 + 0.13 * len(foot) if foot else 0)
        total = above + height + below
        self.figure.set_size_inches(width, total)
        axes: Axes = self.figure.add_axes((left / width, below / total, (width - left - right) / width, height / total))
        y = total - 0.18
        for line in heading:
            self.figure.text(0.2 / width, y / total, line, size=13, weight="bold", color=self.colours["ink"], va="top")
            y -= 0.24
        for line in under:
            self.figure.text(0.2 / width, (y - 0.02) / total, line, size=9, color=self.colours["muted"], va="top")
            y -= 0.17
        for number, line in enumerate(foot):
            self.figure.text(0.2 / width, (0.09 + 0.13 * (len(foot) - 1 - number)) / total, line, size=7, color=self.colours["muted"])
        axes.set_facecolor("none")
        for side in axes.spines.values():
            side.set_visible(False)
        axes.tick_params(length=0, labelsize=8.5, colors=self.colours["muted"], pad=4)
        return axes

    def write(self, axes: Axes, x: float, y: float, text: str, *, size: float, role: str = "ink", **place: Any) -> None:
        """Write a text into the plotting area.

        Args:
            axes: the area; x and y are in its data units unless `place` holds a `transform`.
            role: colour role.
            place: matplotlib text properties; `bold=True` and `boxed=True` (on a ground of paper, above the lines) are short forms.
        """
        if place.pop("bold", False):
            place["weight"] = "bold"
        if place.pop("boxed", False):
            place |= {"zorder": 6, "bbox": {"facecolor": self.colours["paper"], "edgecolor": "none", "pad": 0.8}}
        axes.text(x, y, text, size=size, color=self.colours[role], **place)

    def below(self, axes: Axes, drop: float, text: str, left: float = 0.2) -> None:
        """Write a muted key under the plotting area, `drop` inches down and `left` inches in, wrapped to the sheet."""
        lines = self.wrap(text, self.layout.width - left - 0.2, 8)
        y = axes.get_position().y0 - drop / self.figure.get_figheight()
        self.figure.text(left / self.layout.width, y, "\n".join(lines), size=8, color=self.colours["muted"], va="top")

    def width_of(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width of a text in inches."""
        return _width(text, size, bold)

    def fit(self, text: str, width: float, size: float, *, bold: bool = False) -> str:
        """The text, shortened with an ellipsis until it fits the width."""
        text = plain(text)
        if self.width_of(text, size, bold=bold) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.width_of(text[:middle].rstrip() + "…", size, bold=bold) <= width else (low, middle - 1)
        return text[:low].rstrip() + "…"

    def wrap(self, text: str, width: float, size: float, *, bold: bool = False, lines: int = 2) -> list[str]:
        """The text in at most so many lines; the last one ends in an ellipsis when more is left."""
        words = plain(text).split(" ")
        found: list[str] = []
        while words and len(found) < lines:
            if len(found) == lines - 1:
                found.append(self.fit(" ".join(words), width, size, bold=bold))
                break
            taken, used = 1, _width(words[0], size, bold)
            while taken < len(words) and (used := used + _width(f" {words[taken]}", size, bold)) <= width:
                taken += 1
            found.append(self.fit(" ".join(words[:taken]), width, size, bold=bold))
            words = words[taken:]
        return found

    def save(self, form: Form) -> bytes:
        """The picture as bytes without date, program name or random ids."""
        buffer = io.BytesIO()
        with _quiet():
            if form == "png":
                self.figure.savefig(buffer, format="png", dpi=96 * SCALE, facecolor=self.colours["paper"], metadata={"Software": None})
            else:
                nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
                self.figure.savefig(buffer, format="svg", facecolor=self.colours["paper"], metadata=nothing)
        return buffer.getvalue()


@contextmanager
def settings() -> Iterator[None]:
    """Matplotlib with our settings alone, whatever file or program set before; put back afterwards."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        parameters: dict[str, Any] = matplotlib.rcParams  # type: ignore[assignment]
        parameters.update(_SETTINGS)
        yield


@contextmanager
def _quiet() -> Iterator[None]:
    """A glyph the font lacks is drawn as a box; that is no reason to warn the user."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from", category=UserWarning)
        yield


def plain(text: str) -> str:
    """A text as one line a chart can show: control and direction characters removed, spaces joined, at most 400 characters."""
    spaced = re.sub(r"\s+", " ", text[:2000])
    return "".join(c for c in spaced if unicodedata.category(c)[0] != "C").strip()[:400]


@lru_cache(maxsize=8192)
def _width(text: str, size: float, bold: bool) -> float:
    """Width of a text in inches, unhinted."""
    font = _font(bold)
    font.set_size(size, 72)
    with _quiet():
        font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64 / 72


def _font(bold: bool) -> FT2Font:
    """The face itself."""
    return get_font(findfont(FontProperties(family=["DejaVu Sans"], weight="bold" if bold else "normal")))


def drawable(text: str) -> bool:
    """Whether the font of the charts has every character of the text."""
    font = _font(bold=False)
    return all(font.get_char_index(ord(c)) for c in text if not c.isspace())


def label(name: str, id: str) -> str:
    """A name for a chart: the id in its place when the font cannot draw the name."""
    text = plain(name)
    return text if text and drawable(text) else plain(id)
