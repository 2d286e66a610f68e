"""The styles of the document. Each has a name in Word's list; a house template that has one of that name wins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Emu, Pt, RGBColor

from lockin_audit.report.office_look import ACCENT, CODE_FONT, FONT, INK, MUTED, NAVY, NOTICE, PALE, RULE

LEAD, NOTE, KEY, TABLE, TABLE_HEAD, TABLE_TEXT, CODE = (
    *("Audit Lead", "Audit Notice", "Audit Key", "Audit Table", "Audit Table Head", "Audit Table Text", "Audit Code"),
)


@dataclass(frozen=True)
class _Look:
    size: float
    colour: str = INK
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 6
    keep: bool = False
    fill: str = ""
    lines: float = 1.12


_PARAGRAPHS: Final[dict[str, _Look]] = {
    "Normal": _Look(10.5),
    "Title": _Look(28, NAVY, bold=True, after=10, lines=1.05),
    "Subtitle": _Look(12.5, MUTED, after=18),
    "Heading 1": _Look(17, NAVY, bold=True, before=22, after=7, keep=True, lines=1.0),
    "Heading 2": _Look(12.5, NAVY, bold=True, before=14, after=4, keep=True, lines=1.0),
    "TOC Heading": _Look(17, NAVY, bold=True, after=10, keep=True),
    "toc 1": _Look(10.5, before=3, after=3),
    "toc 2": _Look(9.5, MUTED, after=1),
    "Caption": _Look(9, NAVY, bold=True, before=8, after=4, keep=True),
    "List Bullet": _Look(10.5, after=3),
    "List Number": _Look(10.5, after=4),
    "Header": _Look(8.5, MUTED, after=0),
    "Footer": _Look(8.5, MUTED, after=0),
    LEAD: _Look(12.5, NAVY, bold=True, before=2, after=10, fill=PALE),
    NOTE: _Look(10, before=4, after=10, fill=NOTICE),
    KEY: _Look(9, MUTED, after=8),
    TABLE_TEXT: _Look(8.5, after=0, lines=1.0),
    TABLE_HEAD: _Look(8.5, "FFFFFF", bold=True, after=0, keep=True, lines=1.0),
}


def set_up(document: Document, *, house: bool) -> None:
    """Give the document every style it uses.

    Args:
        document: to change.
        house: a template is in use: its own styles stay as they are, only missing ones are added.
    """
    accent = _accent(document) if house else NAVY
    for name, look in _PARAGRAPHS.items():
        missing = _style(document, name) is None
        if missing or not house:
            _paint(document, name, replace(look, colour=accent) if look.colour == NAVY else look, font="" if house else FONT)
    if _style(document, CODE) is None:
        style: Any = document.styles.add_style(CODE, WD_STYLE_TYPE.CHARACTER)
        _font(style, CODE_FONT)
        style.font.size = Pt(8)
    if _style(document, TABLE) is None:
        _table_style(document, accent)
    if not house:
        section = document.sections[0]
        width = (section.page_width or Cm(21)) - (section.left_margin or 0) - (section.right_margin or 0)
        for name, indent in (("toc 1", 0.0), ("toc 2", 0.6)):
            toc: Any = _style(document, name)
            toc.paragraph_format.left_indent = Cm(indent)
            toc.paragraph_format.tab_stops.add_tab_stop(Emu(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _accent(document: Document) -> str:
    """The colour of the house's headings, ours where they have none of their own."""
    heading = _style(document, "Heading 1")
    colour = heading.font.color.rgb if heading is not None else None
    return str(colour) if colour is not None else NAVY


def _style(document: Document, name: str) -> Any:
    """A style by its name, whatever the case of its letters; None where there is none."""
    return next((s for s in document.styles if s.name is not None and s.name.lower() == name.lower()), None)


def style_name(document: Document, name: str) -> str:
    """The name as the document writes it."""
    found = _style(document, name)
    return str(found.name) if found is not None else name


def _paint(document: Document, name: str, look: _Look, font: str) -> None:
    style = _style(document, name)
    if style is None:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = _style(document, "Normal") if name != "Normal" else None
    style.hidden = False
    style.quick_style = True
    if font:  # else that of the house's Normal
        _font(style, font)
    face, space = style.font, style.paragraph_format
    face.size, face.bold, face.italic, face.color.rgb = Pt(look.size), look.bold, look.italic, RGBColor.from_string(look.colour)
    space.space_before, space.space_after, space.line_spacing = Pt(look.before), Pt(look.after), look.lines
    space.keep_with_next = look.keep
    space.alignment = WD_ALIGN_PARAGRAPH.LEFT
    properties = style.element.get_or_add_pPr()
    for tag in ("w:pBdr", "w:shd"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    if look.fill:
        _boxed(properties, look.fill)
    if name == "Title":
        properties.insert(list(properties).index(properties.find(qn("w:spacing"))), _rule())
    for old in style.element.rPr.findall(qn("w:spacing")) + style.element.rPr.findall(qn("w:kern")):
        style.element.rPr.remove(old)


def _rule() -> Any:
    """A line under the title."""
    borders, edge = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "18"), ("space", "10"), ("color", ACCENT)):
        edge.set(qn(f"w:{key}"), value)
    borders.append(edge)
    return borders


def _boxed(properties: Any, fill: str) -> None:
    """Shading with room round the text: borders in the colour of the fill."""
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "24"), ("space", "4"), ("color", fill)):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    shading = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shading.set(qn(f"w:{key}"), value)
    before = properties.find(qn("w:spacing"))
    at = list(properties).index(before) if before is not None else len(properties)
    properties.insert(at, borders)
    properties.insert(at + 1, shading)


def _font(style: Any, name: str) -> None:
    style.font.name = name
    fonts = style.element.rPr.rFonts
    for key in list(fonts.attrib):
        if "heme" in key:
            del fonts.attrib[key]
    for key in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{key}"), name)


def _table_style(document: Document, accent: str) -> None:
    """Thin rules between rows and a dark head; real table style, so that Word's own commands change it."""
    style: Any = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    element = style.element
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", RULE)):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 45), ("left", 80), ("bottom", 45), ("right", 80)):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(width))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties.extend((borders, margins))
    head = OxmlElement("w:tblStylePr")
    head.set(qn("w:type"), "firstRow")
    cell, shading = OxmlElement("w:tcPr"), OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", accent)):
        shading.set(qn(f"w:{key}"), value)
    cell.append(shading)
    head.append(cell)
    element.extend((properties, head))
