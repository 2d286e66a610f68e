"""`report.docx`: the story with real styles, the house's where there is a template, and nothing that breaks out of its place."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import RGBColor

from lockin_audit.core.errors import DataError
from lockin_audit.core.report_config import ReportConfig
from lockin_audit.report.document.template import read_template
from lockin_audit.report.document.write import write_document
from lockin_audit.report.story.blocks import Heading
from lockin_audit.report.story.tell import tell
from lockin_audit.report.study import Study
from tests.report.pictures import png
from tests.report.study_builder import OFFICE_HOSTILE, bare_study, hostile_study, make_study

pytestmark = pytest.mark.usefixtures("quick_pictures")


def _with(study: Study, **report: Any) -> Study:
    return study.model_copy(update={"config": study.config.model_copy(update={"report": ReportConfig(**report)})})


def _open(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def _text(document: Any) -> str:
    return "\n".join(t.text or "" for t in document.element.body.iter(qn("w:t")))


@pytest.fixture(scope="module")
def plain(quick_pictures: None) -> bytes:
    return write_document(_with(make_study(), confidentiality="Confidential: board only"))


def test_headings_stand_in_the_order_of_the_story(plain: bytes) -> None:
    told = ["".join(s.text for s in b.words) for b in tell(make_study()) if isinstance(b, Heading) and b.level > 1]
    found = [p.text for p in _open(plain).paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert found == ["Summary", *told]


def test_contents_are_filled_and_lead_to_the_headings(plain: bytes) -> None:
    document = _open(plain)
    marks = {e.get(qn("w:name")) for e in document.element.body.iter(qn("w:bookmarkStart"))}
    entries = [p for p in document.paragraphs if p.style.name.lower() in ("toc 1", "toc 2")]
    anchors = [e.get(qn("w:anchor")) for p in entries for e in p._p.iter(qn("w:hyperlink"))]
    assert len(entries) > 10 and set(anchors) == marks and len(anchors) == len(set(anchors))
    codes = [e.text for e in document.element.body.iter(qn("w:instrText"))]
    assert codes == [' TOC \\o "1-2" \\h \\z \\u ']
    kinds = [e.get(qn("w:fldCharType")) for e in document.element.body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_pictures_have_words_and_captions_are_counted(plain: bytes) -> None:
    document = _open(plain)
    words = [e.get("descr") for e in document.element.body.iter(qn("wp:docPr"))]
    assert words and all(w and len(w) > 20 for w in words)
    captions = ["".join(t.text for t in p._p.iter(qn("w:t"))) for p in document.paragraphs if p.style.name == "Caption"]
    assert next(c for c in captions if c.startswith("Figure")).startswith("Figure 1: ")
    assert sum(c.startswith("Figure") for c in captions) == len(words)
    assert sum(c.startswith("Table") for c in captions) == len(document.tables)


def test_table_heads_are_repeated_and_lists_begin_at_one(plain: bytes) -> None:
    document = _open(plain)
    for table in document.tables:
        assert table.rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
    numbered = {p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"}
    assert len(numbered) == 2  # what would change it, what to do next


def test_header_footer_and_properties_say_whose_it_is(plain: bytes) -> None:
    document = _open(plain)
    section = document.sections[0]
    assert "Northwind Claims (example)" in section.header.paragraphs[0].text
    assert section.footer.paragraphs[0].text.startswith("Confidential: board only")
    assert {e.get(qn("w:instr")).strip() for e in section.footer._element.iter(qn("w:fldSimple"))} == {"PAGE", "NUMPAGES"}
    core = document.core_properties
    assert (core.title, core.author, core.last_modified_by) == ("Agent orchestration assessment", "Platform team", "Platform team")
    assert core.created is not None and core.created.date() == date(2026, 11, 21)
    assert not any("thumbnail" in n for n in zipfile.ZipFile(io.BytesIO(plain)).namelist())


def test_the_wide_table_lies_on_pages_of_its_own_with_a_header_to_their_edge(plain: bytes) -> None:
    sections = _open(plain).sections
    assert [s.orientation for s in sections] == [0, 1, 0]  # PORTRAIT, LANDSCAPE
    for section in sections:
        stops = [t.position for t in section.header.paragraphs[0].paragraph_format.tab_stops if t.alignment == 2]  # RIGHT
        assert stops == [pytest.approx(section.page_width - section.left_margin - section.right_margin, abs=1_000)]


def test_the_same_study_gives_the_same_bytes(plain: bytes) -> None:
    assert write_document(_with(make_study(), confidentiality="Confidential: board only")) == plain


def test_american_reports_have_their_dates_and_paper() -> None:
    study = _with(make_study(), language="us", date=date(2026, 12, 1), logo="logo.png").model_copy(update={"logo": png(40, 20)})
    document = _open(write_document(study))
    assert "December 1, 2026" in _text(document) and "November 21, 2026" in _text(document)
    assert round(document.sections[0].page_width.inches, 1) == 8.5
    assert next(document.element.body.iter(qn("wp:docPr"))).get("descr") == "Logo of Platform team"


@pytest.fixture(scope="module")
def house() -> bytes:
    template = docx.Document()
    template.add_paragraph("Text of the template that must go")
    style: Any = template.styles["Heading 1"]
    style.font.color.rgb = RGBColor(0xAA, 0x00, 0x55)
    template.sections[0].header.paragraphs[0].text = "House of Consultants"
    raw = io.BytesIO()
    template.save(raw)
    return raw.getvalue()


def test_a_house_template_keeps_its_styles_and_header_and_loses_its_text(house: bytes, tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(house)
    document = _open(write_document(_with(make_study(), confidentiality="Secret"), read_template(path)))
    assert str(document.styles["Heading 1"].font.color.rgb) == "AA0055"
    assert document.sections[0].header.paragraphs[0].text == "House of Consultants"
    assert "Secret" in document.sections[0].footer.paragraphs[0].text
    assert "Text of the template" not in _text(document)
    assert {"Audit Table", "toc 1"} <= {s.name for s in document.styles}


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"], ids=["empty", "text", "broken"])
def test_a_bad_template_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.docx"
    path.write_bytes(content)
    with pytest.raises(DataError, match="is not a Word document"):
        read_template(path)
    with pytest.raises(DataError, match="there is no such file"):
        read_template(tmp_path / "none.docx")


def test_a_template_without_lists_of_its_own_gets_them(house: bytes) -> None:
    bare = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(house)) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/_rels/document.xml.rels":
                data = b"".join(p for p in data.replace(b"/>", b"/>\0").split(b"\0") if b"numbering" not in p)
            if name != "word/numbering.xml":
                target.writestr(name, data.replace(b'PartName="/word/numbering.xml"', b'PartName="/word/none.xml"'))
    document = _open(write_document(make_study(), bare.getvalue()))
    assert any(p.style.name == "List Number" and p._p.pPr.numPr is not None for p in document.paragraphs)


@pytest.mark.parametrize("texts", OFFICE_HOSTILE, ids=["marks", "long"])
def test_hostile_text_stays_text(texts: tuple[str, ...]) -> None:
    document = _open(write_document(hostile_study(texts)))
    shown = _text(document)
    assert "\x1b" not in shown and "\u202e" not in shown and "\x00" not in shown
    assert max(len(t.text or "") for t in document.element.body.iter(qn("w:t"))) <= 2_000
    for rel in document.part.rels.values():
        assert not rel.is_external or rel.target_ref.startswith("https://")
    assert {e.tag.split("}")[1] for e in document.element.body.iter() if "wordprocessingml" in str(e.tag)} <= KNOWN


KNOWN = {
    *(
        "body",
        "p",
        "pPr",
        "pStyle",
        "r",
        "rPr",
        "rStyle",
        "t",
        "b",
        "i",
        "u",
        "color",
        "hyperlink",
        "bookmarkStart",
        "bookmarkEnd",
        "numPr",
    ),
    *("ilvl", "numId", "tbl", "tblPr", "tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption", "tblGrid", "gridCol", "tr", "trPr", "tc"),
    *("cantSplit", "tblHeader", "trHeight", "tcPr", "tcW", "shd", "textDirection", "vAlign", "jc", "fldSimple", "fldChar", "instrText"),
    *("sectPr", "pgSz", "pgMar", "cols", "docGrid", "headerReference", "footerReference", "titlePg", "type", "pageBreakBefore", "spacing"),
    *("keepNext", "drawing"),
}
"""Elements we write; a hostile text must not add one."""


def test_awkward_studies_have_a_document() -> None:
    assert "No option was priced." in _text(_open(write_document(bare_study())))
