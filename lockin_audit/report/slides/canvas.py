"""One slide being filled: title, texts, tables, pictures, footer and speaker notes, all of them native and editable."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt

from lockin_audit.report.logo import png_size
from lockin_audit.report.office_look import FONT, INK, NAVY, PAPER, RULE, shown

_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The table style `No Style, No Grid` that every PowerPoint knows."""


_TITLE: Final = 26
_USUAL_WIDTH: Final = 12_192_000
"""Of a slide of 16 to 9; on a narrower one letters shrink with it."""
_MANY: Final = 8
"""From so many columns on the cells of a table have thin margins."""


@dataclass(frozen=True)
class Box:
    """A place on a slide, in English metric units."""

    left: int
    top: int
    width: int
    height: int

    def columns(self, *shares: float, gap: float = 0.03) -> tuple[Box, ...]:
        """The box cut into columns of these shares, with a gap (share of the width) between them."""
        room, at, found = self.width * (1 - gap * (len(shares) - 1)), float(self.left), []
        for share in shares:
            width = room * share / sum(shares)
            found.append(Box(round(at), self.top, round(width), self.height))
            at += width + self.width * gap
        return tuple(found)

    def rows(self, *shares: float, gap: float = 0.04) -> tuple[Box, ...]:
        """The box cut into rows likewise."""
        room, at, found = self.height * (1 - gap * (len(shares) - 1)), float(self.top), []
        for share in shares:
            height = room * share / sum(shares)
            found.append(Box(self.left, round(at), self.width, round(height)))
            at += height + self.height * gap
        return tuple(found)


@dataclass(frozen=True)
class Line:
    """One paragraph of a text."""

    text: str
    size: float = 16
    bold: bool = False
    colour: str = INK
    point: str = ""
    """Sign before the text of a list: `•` or `1.`."""
    after: float = 6


@dataclass(frozen=True)
class Cell:
    """One cell of a table."""

    text: str
    bold: bool = False
    fill: str = ""
    align: str = "left"
    colour: str = INK


def _fitting(text: str, width: int, height: int) -> int:
    """Size of a title in points at which it stays in its place: at most `_TITLE`, at least 14, estimated on the safe side."""
    for size in range(_TITLE, 14, -1):
        lines = math.ceil(len(text) * 0.54 * size / (width / 12_700))
        if lines * size * 1.25 <= height / 12_700:
            return size
    return 14


def _rgb(digits: str) -> Any:
    make: Any = RGBColor
    return make(*bytes.fromhex(digits))


class Canvas:
    """A slide of a presentation."""

    def __init__(self, presentation: Any, layout: Any, title: str, footer: str, *, house: bool) -> None:
        self.slide = presentation.slides.add_slide(layout)
        self.house = house
        width, height = presentation.slide_width, presentation.slide_height
        self.scale = min(1.0, width / _USUAL_WIDTH)
        heading = self.slide.shapes.title
        heading.text_frame.text = shown(title, 220)
        size = _fitting(shown(title, 220), heading.width, heading.height)
        if house or size < _TITLE:
            heading.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
        for place in list(self.slide.placeholders):
            if place.placeholder_format.idx != heading.placeholder_format.idx:
                place._element.getparent().remove(place._element)
        self._footer(layout, footer)
        edge = round(width * 0.045)
        top = heading.top + heading.height + round(height * 0.03)
        if top > height * 0.45:
            top = round(height * 0.22)
        self.box = Box(edge, top, width - 2 * edge, round(height * 0.915) - top)

    def text(self, box: Box, lines: Sequence[Line], *, fill: str = "", middle: bool = False) -> None:
        """Paragraphs in a box; a list keeps its sign outside the text."""
        shape = self.slide.shapes.add_textbox(Emu(box.left), Emu(box.top), Emu(box.width), Emu(box.height))
        frame = shape.text_frame
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
        if fill:
            shape.fill.solid()
            shape.fill.fore_color.rgb = _rgb(fill)
        else:
            frame.margin_left = frame.margin_right = frame.margin_top = Emu(0)
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            run = paragraph.add_run()
            run.text = shown(line.text)
            self._font(run.font, line.size, line.bold, line.colour)
            paragraph.space_after = Pt(line.after * self.scale)
            if line.point:
                self._point(paragraph, line)

    def table(
        self,
        box: Box,
        head: Sequence[Cell],
        rows: Sequence[Sequence[Cell]],
        widths: Sequence[float],
        *,
        size: float = 13,
        tall: float = 2.1,
    ) -> None:
        """A table with a dark head; rows at least `tall` times as high as their letters, where the box has room."""
        height = round(min(box.height, Pt(size * tall * self.scale) * (len(rows) + 1)))
        frame = self.slide.shapes.add_table(len(rows) + 1, len(head), Emu(box.left), Emu(box.top), Emu(box.width), Emu(height))
        table = frame.table
        table._tbl.tblPr.find(qn("a:tableStyleId")).text = _NO_STYLE
        table.horz_banding = False
        for index, share in enumerate(widths):
            table.columns[index].width = Emu(round(box.width * share / sum(widths)))
        for number, row in enumerate((head, *rows)):
            for index, cell in enumerate(row):
                self._cell(table.cell(number, index), cell, size, head=number == 0, narrow=len(head) > _MANY)

    def picture(self, box: Box, png: bytes, words: str) -> None:
        """A picture as large as fits, in the middle of the box.

        Args:
            box: where.
            png: the picture.
            words: what it shows, for those who do not see it.
        """
        width, height = png_size(png)
        scale = min(box.width / width, box.height / height)
        wide, high = round(width * scale), round(height * scale)
        left, top = box.left + (box.width - wide) // 2, box.top + (box.height - high) // 2
        shape = self.slide.shapes.add_picture(io.BytesIO(png), Emu(left), Emu(top), Emu(wide), Emu(high))
        shape._element.nvPicPr.cNvPr.set("descr", shown(words))

    def notes(self, lines: Sequence[str]) -> None:
        """What the speaker may say, and where it comes from."""
        self.slide.notes_slide.notes_text_frame.text = "\n".join(shown(line) for line in lines if line)

    def _footer(self, layout: Any, footer: str) -> None:
        """Footer and slide number in the places of the layout, where it has them."""
        for place in layout.placeholders:
            kind = place.placeholder_format.type
            if kind not in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER) or (kind == PP_PLACEHOLDER.FOOTER and not footer):
                continue
            element = deepcopy(place._element)
            self.slide.shapes._spTree.append(element)
            made = self.slide.shapes[-1]
            made._element.nvSpPr.cNvPr.set("id", str(max(s.shape_id for s in self.slide.shapes) + 1))
            if kind == PP_PLACEHOLDER.FOOTER:
                made.text_frame.text = shown(footer, 200)
                made.text_frame.paragraphs[0].alignment = None if self.house else PP_ALIGN.LEFT

    def _cell(self, place: Any, cell: Cell, size: float, *, head: bool, narrow: bool) -> None:
        frame = place.text_frame
        frame.word_wrap = True
        place.vertical_anchor = MSO_ANCHOR.MIDDLE
        place.margin_left = place.margin_right = Pt(1.5 if narrow else 6)
        place.margin_top = place.margin_bottom = Pt(3)
        paragraph = frame.paragraphs[0]
        paragraph.alignment = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}[cell.align]
        run = paragraph.add_run()
        run.text = shown(cell.text, 400)
        self._font(run.font, size - 1.5 if head and narrow else size, cell.bold or head, PAPER if head else cell.colour)
        fill = NAVY if head else cell.fill
        if fill:
            place.fill.solid()
            self._colour(place.fill.fore_color, fill)
        properties = place._tc.get_or_add_tcPr()
        rule = parse_xml(f'<a:lnB {nsdecls("a")} w="6350"><a:solidFill><a:srgbClr val="{RULE}"/></a:solidFill></a:lnB>')
        properties.insert(0, rule)

    def _font(self, font: Any, size: float, bold: bool, colour: str) -> None:
        font.size, font.bold = Pt(max(8.0, round(size * self.scale, 1))), bold
        self._colour(font.color, colour)
        if not self.house:
            font.name = FONT

    def _colour(self, place: Any, digits: str) -> None:
        """A colour; our navy becomes the dark colour of a house's theme."""
        if self.house and digits == NAVY:
            place.theme_color = MSO_THEME_COLOR.TEXT_2
        else:
            place.rgb = _rgb(digits)

    @staticmethod
    def _point(paragraph: Any, line: Line) -> None:
        properties = paragraph._p.get_or_add_pPr()
        indent = int(Pt(line.size * 1.5))
        properties.set("marL", str(indent))
        properties.set("indent", str(-indent))
        numbered = line.point != "•"
        sign = f'<a:buAutoNum {nsdecls("a")} type="arabicPeriod"/>' if numbered else f'<a:buChar {nsdecls("a")} char="•"/>'
        properties.append(parse_xml(sign))
