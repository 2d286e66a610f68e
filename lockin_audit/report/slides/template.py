"""The presentation to write into: the tool's own, or a house template without its slides."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Final

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.util import Emu, Inches

from lockin_audit.core.data_files import read_file
from lockin_audit.core.errors import DataError
from lockin_audit.report.office_look import FONT, NAVY

LARGEST: Final = 60_000_000
"""Bytes."""
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
"""Of our own slides: 16 to 9."""
EDGE: Final = Emu(round(WIDTH * 0.045))
_TITLES: Final = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_SMALL: Final = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


def read_slide_template(path: Path) -> bytes:
    """The template's bytes, opened once to see that they are a presentation with a layout that has a title.

    Raises:
        DataError: there is no such file, it is too large, no presentation, or has no layout with a title.
    """
    where = f"--template {path}"
    data = read_file(path, LARGEST, name=where, remedy="Name a .pptx file; leave out pictures that it does not need.")
    try:
        layout = title_layout(pptx.Presentation(io.BytesIO(data)))
    except Exception:  # python-pptx and lxml raise many kinds for a broken file
        raise DataError(where, "is not a PowerPoint presentation.", "Save it in PowerPoint as .pptx and try again.") from None
    if layout is None:
        raise DataError(where, "has no slide layout with a title.", "Add the layout “Title Only” to its slide master.")
    return data


def open_presentation(data: bytes) -> Presentation:
    """A presentation without slides."""
    presentation = pptx.Presentation(io.BytesIO(data)) if data else pptx.Presentation()
    ids: Any = presentation.slides._sldIdLst
    for entry in list(ids):
        presentation.part.drop_rel(entry.rId)
        ids.remove(entry)
    package: Any = presentation.part.package
    for id, relation in list(package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package._rels.pop(id)  # a picture of the template, not of these slides
    if not data:
        _own_look(presentation)
    return presentation


def title_layout(presentation: Presentation) -> Any:
    """The layout for all slides: `Title Only` by its name, else the one with a title and the fewest other places; None: none has one."""
    found = []
    for number, layout in enumerate(presentation.slide_layouts):
        places: Any = layout.placeholders
        kinds = [p.placeholder_format.type for p in places]
        if any(k in _TITLES for k in kinds):
            others = sum(k not in _TITLES and k not in _SMALL for k in kinds)
            found.append((layout.name.strip().lower() != "title only", others, number, layout))
    return min(found, key=lambda row: row[:3])[3] if found else None


def _own_look(presentation: Presentation) -> None:
    """16 to 9, with places and fonts of the master to match; the library's own presentation is 4 to 3."""
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    master = presentation.slide_master
    for owner in (master, *presentation.slide_layouts):
        places: Any = owner.placeholders
        for shape in places:
            _place(shape, owner is master)
    styles: Any = master.element.find(qn("p:txStyles"))
    level = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    level.set("algn", "l")
    run = level.find(qn("a:defRPr"))
    run.set("sz", "2600")
    run.set("b", "1")
    for fill in run.findall(qn("a:solidFill")):
        for colour in list(fill):
            fill.remove(colour)
        fill.append(fill.makeelement(qn("a:srgbClr"), {"val": NAVY}))
    for font in master.element.iter(qn("a:latin")):
        font.set("typeface", FONT)


def _place(shape: Any, on_master: bool) -> None:
    kind = shape.placeholder_format.type
    room = WIDTH - 2 * EDGE
    boxes = {
        PP_PLACEHOLDER.TITLE: (EDGE, Inches(0.4), room, Inches(1.05)),
        PP_PLACEHOLDER.CENTER_TITLE: (EDGE, Inches(2.2), room, Inches(1.6)),
        PP_PLACEHOLDER.FOOTER: (EDGE, Inches(6.98), Emu(int(room * 0.8)), Inches(0.34)),
        PP_PLACEHOLDER.SLIDE_NUMBER: (Emu(int(EDGE + room * 0.9)), Inches(6.98), Emu(int(room * 0.1)), Inches(0.34)),
    }
    own = shape._element.spPr.find(qn("a:xfrm")) is not None
    if kind in boxes and (on_master or own):
        shape.left, shape.top, shape.width, shape.height = boxes[kind]
    elif own:  # any other place keeps its share of the wider slide
        shape.left, shape.width = Emu(int(shape.left * 4 / 3)), Emu(int(shape.width * 4 / 3))
    if kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER) and (on_master or own):
        shape.text_frame.margin_left = shape.text_frame.margin_right = Emu(0)
        if kind == PP_PLACEHOLDER.TITLE:
            shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
