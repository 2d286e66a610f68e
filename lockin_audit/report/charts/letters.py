"""Letters as outlines: how wide a text is and the curves that draw it, the same for SVG and PNG whatever fonts a reader has.

Lengths are in em (the size of the type), y upwards from the base line. Unhinted, without kerning, so that a text has one width at
every size.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import FT2Font, LoadFlags

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

CAPITAL: Final = 0.73
"""Height of a capital letter."""
DROP: Final = 0.24
"""Depth of the letters that hang below the base line."""
_SIZE: Final = 100
_MOVE, _LINE, _CURVE3, _CURVE4, _CLOSE = 1, 2, 3, 4, 79
_AGAINST_THE_LINE: Final = frozenset({"R", "AL"})


@dataclass(frozen=True)
class Glyph:
    """One letter."""

    advance: float
    vertices: Array
    """Points of the outline, shape (n, 2)."""
    codes: NDArray[Any]
    """What each point is, in the codes of matplotlib's paths."""

    @property
    def svg(self) -> str:
        """The outline as path data in hundredths of an em, y downwards."""
        points = [(round(float(x) * _SIZE, 1), round(-float(y) * _SIZE, 1)) for x, y in self.vertices]
        parts, place = [], 0
        while place < len(points):
            code = int(self.codes[place])
            letter, count = {_MOVE: ("M", 1), _LINE: ("L", 1), _CURVE3: ("Q", 2), _CURVE4: ("C", 3), _CLOSE: ("Z", 1)}[code]
            pairs = "" if code == _CLOSE else " ".join(f"{x:g} {y:g}" for x, y in points[place : place + count])
            parts.append(letter + pairs)
            place += count
        return "".join(parts)


@lru_cache(maxsize=4096)
def glyph(character: str, bold: bool) -> Glyph:
    """The outline of a character; an empty box where the font has none."""
    font = _font(bold)
    font.set_size(_SIZE, 72)
    loaded = font.load_glyph(font.get_char_index(ord(character)), flags=LoadFlags.NO_HINTING)
    vertices, codes = font.get_path()
    return Glyph(loaded.linearHoriAdvance / 65536 / _SIZE, vertices / _SIZE, codes)


@lru_cache(maxsize=16384)
def width(text: str, bold: bool) -> float:
    """Width of a text."""
    return sum(glyph(c, bold).advance for c in text)


@lru_cache(maxsize=2)
def _font(bold: bool) -> FT2Font:
    return get_font(findfont(FontProperties(family=["DejaVu Sans"], weight="bold" if bold else "normal")))


def drawable(text: str) -> bool:
    """Whether the font of the charts has every character of the text and the text runs from left to right."""
    font = _font(bold=False)
    return all((font.get_char_index(ord(c)) or c.isspace()) and unicodedata.bidirectional(c) not in _AGAINST_THE_LINE for c in text)
