"""What a drawing is made of, shapes and letters, and how it becomes SVG or PNG bytes: without date, program name or random ids.

Lengths are inches from the upper left corner, y downwards; widths of lines and sizes of type are points.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from lockin_audit.report.charts.letters import glyph

if TYPE_CHECKING:
    from PIL import Image

Point = tuple[float, float]
DPI: Final = 192
"""Dots per inch of a PNG: two per CSS pixel."""

COLOURS: Final = 256
"""Colours of a PNG: enough for the few roles of a palette and their soft edges, at a third of the size."""

STEPS: Final = 2
"""Steps of 256 by which reducing the colours may move one that is put right again."""


@dataclass(frozen=True)
class Shape:
    """Rings or lines with one fill and one stroke; colours are hexadecimal or empty."""

    rings: tuple[tuple[Point, ...], ...]
    closed: bool = True
    fill: str = ""
    stroke: str = ""
    width: float = 0.0
    dash: tuple[float, ...] = ()
    """Lengths of strokes and gaps in points; empty: a whole line."""
    opacity: float = 1.0


@dataclass(frozen=True)
class Letters:
    """A text on its base line, from its left end."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    angle: float = 0.0
    """Degrees, against the clock."""


Mark = Shape | Letters


def to_svg(marks: Sequence[Mark], width: float, height: float, title: str, description: str) -> bytes:
    """An SVG with a name and a description for screen readers; letters are outlines, so that no font is needed."""
    used: dict[tuple[str, bool], str] = {}
    drawn = [_svg_letters(m, used) if isinstance(m, Letters) else _svg_shape(m) for m in marks]
    outlines = "".join(f'<path id="{id}" d="{glyph(*letter).svg}"/>' for letter, id in used.items())
    w, h = _number(width * 72), _number(height * 72)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{w}pt" height="{h}pt" '
    words = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    return f'{head}viewBox="0 0 {w} {h}" role="img">{words}<defs>{outlines}</defs>{"".join(drawn)}</svg>\n'.encode()


def _svg_shape(shape: Shape) -> str:
    end = "Z" if shape.closed else ""
    data = "".join("M" + "L".join(f"{_number(x * 72)} {_number(y * 72)}" for x, y in ring) + end for ring in shape.rings)
    parts = [f'<path d="{data}" fill="{shape.fill or "none"}"']
    if shape.stroke:
        parts.append(f' stroke="{shape.stroke}" stroke-width="{_number(shape.width)}"')
        if shape.dash:
            parts.append(f' stroke-dasharray="{" ".join(_number(d) for d in shape.dash)}"')
    if shape.opacity < 1:
        parts.append(f' opacity="{_number(shape.opacity)}"')
    return "".join(parts) + "/>"


def _svg_letters(letters: Letters, used: dict[tuple[str, bool], str]) -> str:
    scale, at, parts = letters.size / 100, 0.0, []
    for character in letters.text:
        found = glyph(character, letters.bold)
        if len(found.vertices):
            id = used.setdefault((character, letters.bold), f"g{len(used)}")
            parts.append(f'<use xlink:href="#{id}" x="{_number(at * 100)}"/>')
        at += found.advance
    turn = f" rotate({_number(-letters.angle)})" if letters.angle else ""
    place = f"translate({_number(letters.x * 72)} {_number(letters.y * 72)}){turn} scale({_number(scale)})"
    return f'<g transform="{place}" fill="{letters.colour}">{"".join(parts)}</g>'


def _number(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def to_png(marks: Sequence[Mark], width: float, height: float) -> bytes:
    """A PNG of `DPI` dots per inch."""
    import numpy as np
    from matplotlib.backends.backend_agg import RendererAgg
    from PIL import Image

    across, down = round(width * DPI), round(height * DPI)
    make: Any = RendererAgg
    renderer = make(across, down, DPI)
    for mark in marks:
        if isinstance(mark, Letters):
            _paint_letters(renderer, mark, down)
        else:
            _paint_shape(renderer, mark, down)
    buffer = io.BytesIO()
    picture = Image.fromarray(np.ascontiguousarray(np.asarray(renderer.buffer_rgba())[..., :3]))
    few = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    _keep_exact(few, marks)
    few.save(buffer, format="PNG", dpi=(DPI, DPI), compress_level=6)
    return buffer.getvalue()


def _keep_exact(picture: Image.Image, marks: Sequence[Mark]) -> None:
    """Give the colours that were drawn their exact value again where reducing the colours moved them by a step or two."""
    table = picture.getpalette() or []
    entries = [tuple(table[n : n + 3]) for n in range(0, len(table), 3)]
    drawn = {m.colour if isinstance(m, Letters) else c for m in marks for c in ((m.fill, m.stroke) if isinstance(m, Shape) else ("",))} - {
        ""
    }
    for colour in sorted(drawn):
        wanted = tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
        near = min(range(len(entries)), key=lambda n: max(abs(a - b) for a, b in zip(entries[n], wanted, strict=True)))
        if max(abs(a - b) for a, b in zip(entries[near], wanted, strict=True)) <= STEPS:
            entries[near] = wanted
    picture.putpalette([v for entry in entries for v in entry])


def _paint_shape(renderer: Any, shape: Shape, down: int) -> None:
    from matplotlib.path import Path

    vertices: list[Point] = []
    codes: list[int] = []
    for ring in shape.rings:
        points = [(x * DPI, down - y * DPI) for x, y in ring]
        vertices += [*points, points[0]] if shape.closed else points
        codes += [int(Path.MOVETO), *[int(Path.LINETO)] * (len(points) - 1), *([int(Path.CLOSEPOLY)] if shape.closed else [])]
    if vertices:
        context = _context(renderer, shape.stroke, shape.width, shape.dash, shape.opacity)
        renderer.draw_path(context, Path(vertices, codes), _still(), _rgba(shape.fill, shape.opacity) if shape.fill else None)


def _paint_letters(renderer: Any, letters: Letters, down: int) -> None:
    import numpy as np
    from matplotlib.path import Path

    scale, at = letters.size / 72 * DPI, 0.0
    vertices, codes = [], []
    for character in letters.text:
        found = glyph(character, letters.bold)
        if len(found.vertices):
            vertices.append(found.vertices * scale + (at * scale, 0.0))
            codes.append(found.codes)
        at += found.advance
    if vertices:
        outline = np.concatenate(vertices)
        if letters.angle:
            cos, sin = math.cos(math.radians(letters.angle)), math.sin(math.radians(letters.angle))
            outline = outline @ np.array([[cos, sin], [-sin, cos]])
        outline += np.array([letters.x * DPI, down - letters.y * DPI])
        context = _context(renderer, "", 0.0, (), 1.0)
        context.set_snap(False)
        renderer.draw_path(context, Path(outline, np.concatenate(codes)), _still(), _rgba(letters.colour, 1.0))


def _context(renderer: Any, stroke: str, width: float, dash: Sequence[float], opacity: float) -> Any:
    context = renderer.new_gc()
    context.set_linewidth(width if stroke else 0.0)
    context.set_foreground(_rgba(stroke or "#000000", opacity), isRGBA=True)
    context.set_joinstyle("round")
    if dash:
        context.set_dashes(0, list(dash))
    return context


def _rgba(colour: str, opacity: float) -> tuple[float, float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue, opacity


def _still() -> Any:
    from matplotlib.transforms import IdentityTransform

    return IdentityTransform()
