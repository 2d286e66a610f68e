"""From a study to the bytes of `report.docx`: cover, contents, the story, headers and footers."""

from __future__ import annotations

import io
from typing import Any, Final

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Cm, Emu, Pt

from lockin_audit.report import numbers
from lockin_audit.report.charts import discover
from lockin_audit.report.charts.chart import Chart, source_line
from lockin_audit.report.charts.sketch import COLUMN
from lockin_audit.report.document.body import Body
from lockin_audit.report.document.styles import KEY, LEAD, NOTE, set_up, style_name
from lockin_audit.report.document.template import has_text, open_template
from lockin_audit.report.logo import png_size
from lockin_audit.report.office_look import shown
from lockin_audit.report.office_package import normalised
from lockin_audit.report.story.blocks import Block, Heading, Listing, Paragraph, Picture, Span, Table, Words, strong, words
from lockin_audit.report.story.tell import tell
from lockin_audit.report.study import Study

_STYLES: Final = {"body": "Normal", "subject": "Subtitle", "lead": LEAD, "notice": NOTE, "key": KEY}
_A4, _LETTER = (Cm(21.0), Cm(29.7)), (Cm(21.59), Cm(27.94))
_LANGUAGES: Final = {"british": "en-GB", "us": "en-US"}
_AFTER_COMPAT: Final = frozenset(
    qn(f"w:{tag}")
    for tag in (
        *("docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "shapeDefaults"),
        *("decimalSymbol", "listSeparator", "doNotAutoCompressPictures", "captions", "forceUpgrade", "readModeInkLockDown", "smartTagType"),
    )
) | {"{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"}
"""Settings that the schema wants after `compat`."""
_SUMMARY: Final = "_Toc99999999"
_LOGO_WIDTH: Final = Cm(4.5)
_LOGO_HEIGHT: Final = Cm(2.2)


def write_document(study: Study, template: bytes = b"") -> bytes:
    """The document; equal bytes for equal input.

    Args:
        study: what to tell.
        template: a house template, checked before; empty: our own look.
    """
    document = open_template(template)
    house = bool(template)
    if not house:
        _paper(document, study)
        _modern(document)
    set_up(document, house=house)
    _language(document, _LANGUAGES[study.language])
    blocks = list(tell(study))
    body = Body(document)
    _headers(body, study, house=house)
    _cover(body, study, blocks)
    _contents(body, blocks)
    charts = {c.id: c for c in discover()}
    body.heading(words("Summary"), 1, _SUMMARY).get_or_add_pPr().get_or_add_pageBreakBefore().val = True
    for number, block in enumerate(blocks):
        begins = isinstance(block, Heading) and block.level == 2
        if begins and _turn(document, landscape=_has_wide(blocks[number + 1 :])) and not house:
            _headers(body, study, house=False)
        _write(body, study, block, number, charts)
    _properties(document, study)
    raw = io.BytesIO()
    document.save(raw)
    return normalised(raw.getvalue(), study.as_of)


def _write(body: Body, study: Study, block: Block, number: int, charts: dict[str, Chart]) -> None:
    match block:
        case Heading(level=1) | Paragraph(kind="subject"):
            return  # on the cover
        case Heading():
            body.heading(block.words, block.level - 1, _bookmark(number))
        case Paragraph():
            body.paragraph(block.words, _STYLES[block.kind])
        case Listing():
            body.listing(block)
        case Table():
            body.table(block)
        case Picture():
            chart = charts.get(block.chart)
            if chart is not None and not chart.missing(study):
                _picture(body, study, chart)


def _picture(body: Body, study: Study, chart: Chart) -> None:
    png = chart.render(study, form="png", layout=COLUMN)
    body.picture(png, png_size(png), chart.description(study), width=body.width)
    body.caption("Figure", chart.title(study))
    body.paragraph(words(f"{chart.subtitle(study)}. {source_line(study)}"), KEY)


def _cover(body: Body, study: Study, blocks: list[Block]) -> None:
    if study.logo:
        width, height = png_size(study.logo)
        scale = min(_LOGO_WIDTH / width, _LOGO_HEIGHT / height)
        body.picture(study.logo, (width, height), f"Logo of {study.author or study.client}", width=round(width * scale), keep=False)
    title = next((b.words for b in blocks if isinstance(b, Heading) and b.level == 1), words(study.config.study.title))
    subject = next((b.words for b in blocks if isinstance(b, Paragraph) and b.kind == "subject"), ())
    first = body.paragraph(title, "Title")
    space = first.get_or_add_pPr().get_or_add_spacing()
    space.before = Pt(120)
    body.paragraph(subject, "Subtitle")
    rows = (
        ("Prepared for", study.client),
        ("Prepared by", study.author),
        ("Date", numbers.day(study.dated, study.language)),
        ("Prices as of", numbers.day(study.as_of, study.language) if study.dated != study.as_of else ""),
    )
    for label, value in rows:
        if value:
            body.paragraph((strong(f"{label}:"), Span(f" {value}")))
    if study.config.report.confidentiality:
        body.paragraph((strong(study.config.report.confidentiality),), NOTE)
    if any(isinstance(b, Paragraph) and b.kind == "notice" for b in blocks[:4]):
        body.paragraph(words("This is a draft: the first page says what is still open."), KEY)


def _contents(body: Body, blocks: list[Block]) -> None:
    """A table of contents that is filled already; Word adds page numbers when the field is updated (F9)."""
    heading = body.paragraph(words("Contents"), "TOC Heading")
    heading.get_or_add_pPr().get_or_add_pageBreakBefore().val = True
    found = [(n, b) for n, b in enumerate(blocks) if isinstance(b, Heading) and b.level in (2, 3)]
    entries = [(1, "Summary", _SUMMARY), *((b.level - 1, "".join(s.text for s in b.words), _bookmark(n)) for n, b in found)]
    for place, (level, text, bookmark) in enumerate(entries):
        paragraph = body.paragraph((), f"toc {level}")
        if place == 0:
            for element in _field_start('TOC \\o "1-2" \\h \\z \\u'):
                paragraph.append(element)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), bookmark)
        link.set(qn("w:history"), "1")
        link.append(body.run(text))
        paragraph.append(link)
        if place == len(entries) - 1:
            paragraph.append(_field_mark("end"))


def _field_start(code: str) -> tuple[Any, ...]:
    instruction = parse_xml(f'<w:r {nsdecls("w")}><w:instrText xml:space="preserve"/></w:r>')
    instruction[0].text = f" {code} "
    return _field_mark("begin"), instruction, _field_mark("separate")


def _field_mark(kind: str) -> Any:
    return parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>')


def _bookmark(number: int) -> str:
    return f"_Toc{number:08d}"


def _headers(body: Body, study: Study, *, house: bool) -> None:
    """Client and title above, confidentiality and page number below; none above the cover. What a template has there stays."""
    section = body.document.sections[-1]
    first = len(body.document.sections) == 1
    for part in () if first else (section.header, section.footer):
        part.is_linked_to_previous = False  # the right edge of this page is elsewhere
    line = study.config.report.confidentiality
    width = body.width
    if not (house and has_text(section.header)):
        section.different_first_page_header_footer = first
        name = study.client or study.repository_name
        _line(body, section.header, "Header", words(name), words(shown(study.config.study.title, 90)), width)
    if not (house and has_text(section.footer)):
        for footer in (section.footer, section.first_page_footer) if first else (section.footer,):
            left = words(line or f"lockin-audit {study.tool_version}")
            paragraph = _line(body, footer, "Footer", left, words("Page "), width)
            body.field(paragraph, "PAGE", "1")
            paragraph.append(body.run(" of "))
            body.field(paragraph, "NUMPAGES", "1")
    elif line:
        section.footer.add_paragraph(shown(line), style=style_name(body.document, "Footer"))


def _line(body: Body, part: Any, style: str, left: Words, right: Words, width: int) -> Any:
    """One line of a header or footer, with a tab to the right edge."""
    paragraph = part.paragraphs[0] if part.paragraphs else part.add_paragraph()
    paragraph.style = style_name(body.document, style)
    stops = paragraph.paragraph_format.tab_stops
    for inherited in paragraph.style.paragraph_format.tab_stops:
        stops.add_tab_stop(inherited.position, WD_TAB_ALIGNMENT.CLEAR)
    stops.add_tab_stop(Emu(width), WD_TAB_ALIGNMENT.RIGHT)
    element = paragraph._p
    for span in left:
        element.append(body.run(span.text))
    tab = OxmlElement("w:r")
    tab.append(OxmlElement("w:tab"))
    element.append(tab)
    for span in right:
        element.append(body.run(span.text))
    return element


def _turn(document: Document, *, landscape: bool) -> bool:
    """Begin a section of the wanted orientation where the current one is other, and say whether one was begun."""
    last = document.sections[-1]
    if (last.orientation == WD_ORIENT.LANDSCAPE) == landscape:
        return False
    new = document.add_section(WD_SECTION.NEW_PAGE)
    new.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    new.page_width, new.page_height = last.page_height, last.page_width
    new.different_first_page_header_footer = False
    return True


def _has_wide(following: list[Block]) -> bool:
    """Whether a table too wide for an upright page comes before the next section."""
    for block in following:
        if isinstance(block, Heading) and block.level == 2:
            return False
        if isinstance(block, Table) and block.wide:
            return True
    return False


def _paper(document: Document, study: Study) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _LETTER if study.language == "us" else _A4
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.0)
    section.header_distance = section.footer_distance = Cm(1.1)


def _language(document: Document, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for element in [] if defaults is None else defaults.iter(qn("w:lang")):
        element.set(qn("w:val"), language)


def _properties(document: Document, study: Study) -> None:
    """What the file says of itself: never the clock, the machine, or the maker of a template."""
    core = document.core_properties
    core.title, core.subject = shown(study.config.study.title, 250), shown(study.client, 250)
    core.author = core.last_modified_by = shown(study.author, 250) or "lockin-audit"
    core.comments, core.keywords, core.category, core.content_status = "", "", "", ""
    core.language, core.revision = _LANGUAGES[study.language], 1
    package = document.part.package
    for id, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[id]  # a picture of the template, not of this document


def _modern(document: Document) -> None:
    """Ask Word for its present layout rules; without this a document of the library opens in compatibility mode."""
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    compat = parse_xml(
        f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat>'
    )
    after = next((e for e in settings if e.tag in _AFTER_COMPAT), None)
    if after is None:
        settings.append(compat)
    else:
        after.addprevious(compat)
