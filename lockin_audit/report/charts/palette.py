"""The colours of charts and page, by role, light and dark. Colour never stands alone: letters, patterns, dashes or labels repeat it.

Hues follow the palette of M. Okabe and K. Ito, which readers with the common forms of colour blindness can tell apart.
Orange means the platform (or the managed option), blue means owned, purple means both, in every chart.
"""

from __future__ import annotations

from typing import Final, Literal

from lockin_audit.report.charts.pattern import Pattern

Theme = Literal["light", "dark"]

LIGHT: Final[dict[str, str]] = {
    "paper": "#ffffff",
    "ink": "#1b1f24",
    "muted": "#56606b",
    "grid": "#dfe4e9",
    "axis": "#8a949e",
    "none": "#eef1f4",
    "platform": "#d55e00",
    "platform-1": "#fdebdc",
    "platform-2": "#f9c9a2",
    "platform-3": "#f0a063",
    "owned": "#0072b2",
    "owned-1": "#dfeffa",
    "owned-2": "#aed6f1",
    "owned-3": "#78b8e2",
    "mixed": "#b0508a",
    "mixed-1": "#f8e6f0",
    "mixed-2": "#ebc3da",
    "mixed-3": "#db9dc1",
    "series-1": "#0077bb",
    "series-2": "#e69f00",
    "series-3": "#009e73",
    "series-4": "#cc79a7",
    "series-5": "#56b4e9",
    "series-6": "#c7b62a",
    "series-7": "#d9691a",
    "series-8": "#9aa0a6",
}
DARK: Final[dict[str, str]] = {
    "paper": "#14181d",
    "ink": "#e8edf2",
    "muted": "#a3adb8",
    "grid": "#2c343c",
    "axis": "#75808b",
    "none": "#20262d",
    "platform": "#ff9248",
    "platform-1": "#3d2615",
    "platform-2": "#643a19",
    "platform-3": "#8a4d1d",
    "owned": "#5cb3f0",
    "owned-1": "#142c40",
    "owned-2": "#1b4566",
    "owned-3": "#245f8c",
    "mixed": "#e39ac3",
    "mixed-1": "#3a2233",
    "mixed-2": "#5c3550",
    "mixed-3": "#7f486d",
    "series-1": "#4da3dd",
    "series-2": "#e8b13d",
    "series-3": "#35bd95",
    "series-4": "#dc93bb",
    "series-5": "#8ccbf0",
    "series-6": "#d8ca55",
    "series-7": "#f08a45",
    "series-8": "#868e96",
}
PALETTES: Final[dict[Theme, dict[str, str]]] = {"light": LIGHT, "dark": DARK}
SERIES: Final = tuple(f"series-{n}" for n in range(1, 9))
PATTERNS: Final[tuple[Pattern, ...]] = ("", "/", "\\", "x", "-", "|", "+", "")
"""Patterns beside `SERIES`, so that a black and white print keeps the segments apart."""
