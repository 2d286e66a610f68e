"""Paragraphs, lists, tables, pictures and captions of the document, written as WordprocessingML."""

from __future__ import annotations

import io
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.parts.numbering import NumberingPart
from docx.shared import Emu

from lockin_audit.report.document.styles import CODE, TABLE, TABLE_HEAD, TABLE_TEXT, style_name
from lockin_audit.report.leaks import Letter
from lockin_audit.report.office_look import fill_of, shown
from lockin_audit.report.story.blocks import WEB_ADDRESS, Listing, Span, Table, Words

_NARROW_HEADS = 8
"""From so many columns on the heads of a heat table stand upright."""


class Body:
    """Writes into a document; counts captions, bookmarks and lists."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._ids: dict[str, str] = {}
        self._counts = {"Table": 0, "Figure": 0}
        self._bookmarks = 0
        self._numbering: Any = None
        self._abstract: dict[bool, int] = {}

    @property
    def width(self) -> int:
        """Room between the margins of the current section, in English metric units."""
        section = self.document.sections[-1]
        return int((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))

    def paragraph(self, words: Words, style: str = "Normal") -> Any:
        """A paragraph at the end of the document."""
        paragraph = self._paragraph(words, style)
        self._append(paragraph)
        return paragraph

    def heading(self, words: Words, level: int, bookmark: str) -> Any:
        """A heading with a bookmark that the table of contents leads to."""
        paragraph = self.paragraph(words, f"Heading {level}")
        self._bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self._bookmarks))
        start.set(qn("w:name"), bookmark)
        paragraph.insert(1, start)
        paragraph.append(end)
        return paragraph

    def listing(self, block: Listing) -> None:
        """A list; numbers begin at 1 in each."""
        number = self._new_list(numbered=block.numbered)
        for item in block.items:
            paragraph = self.paragraph(item, "List Number" if block.numbered else "List Bullet")
            properties = paragraph.get_or_add_pPr()
            holder = properties.get_or_add_numPr()
            holder.get_or_add_ilvl().val = 0
            holder.get_or_add_numId().val = number

    def table(self, block: Table) -> None:
        """A table with its caption above; the head is repeated on every page and no row is split."""
        self.caption("Table", block.caption)
        count = len(block.head)
        shares = block.widths or (1.0,) * count
        widths = [round(self.width / 635 * share / sum(shares)) for share in shares]
        upright = block.kind == "heat" and count >= _NARROW_HEADS
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
        table = parse_xml(
            f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="{self._style(TABLE)}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
            f'w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid></w:tbl>'
        )
        described = OxmlElement("w:tblCaption")
        described.set(qn("w:val"), shown(block.caption, 200))
        table.find(qn("w:tblPr")).append(described)
        head = self._row(widths, header=True, height=1_450 if upright else 0)
        for index, text in enumerate(block.head):
            cell = self._cell(head, widths[index], upright=upright and index > 0)
            centred = block.kind == "heat" and index > 0 and not upright
            cell.append(self._paragraph((Span(text),), TABLE_HEAD, "right" if index in block.right else "center" if centred else ""))
        table.append(head)
        for row in block.rows:
            line = self._row(widths)
            for index, words in enumerate(row):
                cell = self._cell(line, widths[index], fill=_fill(words) if block.kind == "heat" and index else "")
                align = "right" if index in block.right else "center" if block.kind == "heat" and index else ""
                cell.append(self._paragraph(words, TABLE_TEXT, align))
            table.append(line)
        self._append(table)
        self._append(self._paragraph((), TABLE_TEXT))

    def caption(self, kind: str, text: str) -> None:
        """`Table 3: ...` with a number that Word keeps up to date."""
        self._counts[kind] += 1
        number = str(self._counts[kind])
        paragraph = self._paragraph((), "Caption")
        paragraph.append(self._run(f"{kind} "))
        field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" SEQ {kind} \\* ARABIC "/>')
        field.append(self._run(number))
        paragraph.extend((field, self._run(f": {shown(text, 400)}")))
        paragraph.get_or_add_pPr().get_or_add_keepNext().val = kind == "Table"
        self._append(paragraph)

    def picture(self, png: bytes, size: tuple[int, int], words: str, *, width: int, style: str = "Normal", keep: bool = True) -> None:
        """A picture on a line of its own.

        Args:
            png: the picture.
            size: its width and height in pixels.
            words: what it shows, for those who do not see it.
            width: on paper, in English metric units.
            style: of its paragraph.
            keep: hold it together with the paragraph that follows.
        """
        paragraph = self.document.add_paragraph(style=style_name(self.document, style))
        paragraph.paragraph_format.keep_with_next = keep
        paragraph.paragraph_format.space_after = 0
        shape = paragraph.add_run().add_picture(io.BytesIO(png), Emu(width), Emu(round(width * size[1] / size[0])))
        shape._inline.docPr.set("descr", shown(words))

    def field(self, paragraph: Any, code: str, result: str) -> None:
        """A field such as PAGE, with the text it shows until it is worked out."""
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), f" {code} ")
        field.append(self._run(result))
        paragraph.append(field)

    def run(self, text: str) -> Any:
        """A run of plain text."""
        return self._run(shown(text))

    def _append(self, element: Any) -> None:
        body: Any = self.document.element.body
        body.sectPr.addprevious(element)

    def _style(self, name: str) -> str:
        if name not in self._ids:
            self._ids[name] = str(self.document.styles[style_name(self.document, name)].style_id)
        return self._ids[name]

    def _paragraph(self, words: Words, style: str, align: str = "", *, part: Any = None) -> Any:
        paragraph = OxmlElement("w:p")
        properties = OxmlElement("w:pPr")
        named = OxmlElement("w:pStyle")
        named.set(qn("w:val"), self._style(style))
        properties.append(named)
        if align:
            justified = OxmlElement("w:jc")
            justified.set(qn("w:val"), align)
            properties.append(justified)
        paragraph.append(properties)
        for span in words:
            paragraph.append(self._span(span))
        return paragraph

    def _span(self, span: Span) -> Any:
        if span.kind == "link" and WEB_ADDRESS.match(span.url) and len(span.url) <= 2_000:
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), self.document.part.relate_to(span.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            link.append(self._run(shown(span.text), colour="0B5394", underline=True))
            return link
        style = CODE if span.kind == "code" else ""
        return self._run(shown(span.text), bold=span.kind in ("strong", "flag"), italic=span.kind == "emphasis", style=style)

    def _run(
        self, text: str, *, bold: bool = False, italic: bool = False, style: str = "", colour: str = "", underline: bool = False
    ) -> Any:
        run = OxmlElement("w:r")
        properties = OxmlElement("w:rPr")
        for wanted, tag, value in (
            (style, "w:rStyle", self._style(style) if style else ""),
            (bold, "w:b", ""),
            (italic, "w:i", ""),
            (colour, "w:color", colour),
            (underline, "w:u", "single"),
        ):
            if wanted:
                element = OxmlElement(tag)
                if value:
                    element.set(qn("w:val"), value)
                properties.append(element)
        if len(properties):
            run.append(properties)
        content = OxmlElement("w:t")
        content.text = text
        content.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(content)
        return run

    def _row(self, widths: list[int], *, header: bool = False, height: int = 0) -> Any:
        row, properties = OxmlElement("w:tr"), OxmlElement("w:trPr")
        properties.append(OxmlElement("w:cantSplit"))
        if height:
            high = OxmlElement("w:trHeight")
            high.set(qn("w:val"), str(height))
            high.set(qn("w:hRule"), "atLeast")
            properties.append(high)
        if header:
            properties.append(OxmlElement("w:tblHeader"))
        row.append(properties)
        return row

    def _cell(self, row: Any, width: int, *, fill: str = "", upright: bool = False) -> Any:
        cell, properties = OxmlElement("w:tc"), OxmlElement("w:tcPr")
        wide = OxmlElement("w:tcW")
        wide.set(qn("w:w"), str(width))
        wide.set(qn("w:type"), "dxa")
        properties.append(wide)
        if fill:
            shading = OxmlElement("w:shd")
            for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
                shading.set(qn(f"w:{key}"), value)
            properties.append(shading)
        if upright:
            direction = OxmlElement("w:textDirection")
            direction.set(qn("w:val"), "btLr")
            properties.append(direction)
        if fill or upright:
            middle = OxmlElement("w:vAlign")
            middle.set(qn("w:val"), "center")
            properties.append(middle)
        cell.append(properties)
        row.append(cell)
        return cell

    def _new_list(self, *, numbered: bool) -> int:
        if self._numbering is None:
            self._numbering = _numbering_of(self.document)
        if numbered not in self._abstract:
            taken = [int(e.get(qn("w:abstractNumId"))) for e in self._numbering.findall(qn("w:abstractNum"))]
            self._abstract[numbered] = max(taken, default=-1) + 1
            kind, text = ("decimal", "%1.") if numbered else ("bullet", "•")
            abstract = parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{self._abstract[numbered]}"><w:multiLevelType w:val="singleLevel"/>'
                f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>'
            )
            first = self._numbering.find(qn("w:num"))
            if first is None:
                self._numbering.append(abstract)
            else:
                first.addprevious(abstract)
        number = self._numbering.add_num(self._abstract[numbered])
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)


def _fill(words: Words) -> str:
    """Fill of a cell of the leak map from its text, `P 12`."""
    letter, _, count = "".join(s.text for s in words).partition(" ")
    if letter not in ("P", "M", "O"):
        return ""
    number = int(count.replace(",", "") or 0)
    kinds: dict[str, Letter] = {"P": "P", "M": "M", "O": "O"}
    return fill_of(kinds[letter], 1 if number < 3 else 2 if number < 10 else 3)


def _numbering_of(document: Document) -> Any:
    part: Any = document.part
    try:
        return part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:
        element = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        made = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, element, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return element
