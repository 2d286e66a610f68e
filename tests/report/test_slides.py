"""`slides.pptx`: six slides whose texts and tables stay editable, in the look of the house where there is a template."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.util import Inches

from lockin_audit.core.errors import DataError
from lockin_audit.finance.result import BoardAnswer, BoardQuestion, Rebuild
from lockin_audit.report.slides.template import read_slide_template
from lockin_audit.report.slides.write import write_slides
from tests.report.pictures import png
from tests.report.study_builder import OFFICE_HOSTILE, bare_study, hostile_study, make_audit, make_cost, make_study

pytestmark = pytest.mark.usefixtures("quick_pictures")


def _board() -> BoardQuestion:
    spread = {"p10": 40_000.0, "p50": 80_000.0, "p90": 190_000.0}
    answer = BoardAnswer(
        leaves=True,
        rebuild=Rebuild(items=21, points=80, days_low=20, days_likely=41, days_high=81),
        switching_cost=spread,
        weeks={"p10": 1.7, "p50": 3.4, "p90": 7.4},
        expected_switching_cost=32_000,
        option_value=467_000,
        option_value_standard_error=9_000,
        exercised=0.8,
    )
    owned = answer.model_copy(update={"leaves": False, "rebuild": None, "option_value": None})
    return BoardQuestion(month=18, options={"managed": answer, "owned": owned}, note="Add none of them to the totals.")


def _study(**changes: Any) -> Any:
    return make_study(cost=make_cost().model_copy(update={"board": _board()}), **changes)


def _open(data: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(data))


def _words(slide: Any) -> str:
    found = [s.text_frame.text for s in slide.shapes if s.has_text_frame]
    found += [c.text_frame.text for s in slide.shapes if s.has_table for row in s.table.rows for c in row.cells]
    return "\n".join(found)


@pytest.fixture(scope="module")
def deck(quick_pictures: None) -> bytes:
    return write_slides(_study())


def test_six_slides_in_order_each_with_a_title_a_number_and_sources(deck: bytes) -> None:
    presentation = _open(deck)
    slides = list(presentation.slides)
    titles = [s.shapes.title.text_frame.text for s in slides]
    assert titles[0] == "Agent orchestration assessment" and titles[1].startswith("Own the orchestration of Claims triage")
    assert titles[2].startswith("The platform holds") and "month 18" in titles[4] and titles[5].startswith("What we ask of you")
    assert len(slides) == 6
    assert presentation.slide_width / presentation.slide_height == pytest.approx(16 / 9, rel=1e-3)
    for slide in slides:
        assert len(slide.notes_slide.notes_text_frame.text) > 60
        assert any(p.placeholder_format.type == 13 for p in slide.placeholders)  # SLIDE_NUMBER
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= presentation.slide_width
            assert shape.top >= 0 and shape.top + shape.height <= presentation.slide_height
        ids = [s.shape_id for s in slide.shapes]
        assert len(ids) == len(set(ids))


def test_texts_and_tables_are_native_and_pictures_have_words(deck: bytes) -> None:
    slides = list(_open(deck).slides)
    assert [sum(s.has_table for s in slide.shapes) for slide in slides] == [0, 2, 1, 0, 1, 0]
    pictures = [s for slide in slides for s in slide.shapes if s.shape_type == 13]  # PICTURE
    assert len(pictures) == 1
    assert len(pictures[0]._element.nvPicPr.cNvPr.get("descr")) > 40
    assert "Payback" in _words(slides[3])
    assert "$80k ($40k to $190k)" in _words(slides[4]) and "not known: no audit" in _words(slides[4])
    assert "P 1" in _words(slides[2])
    assert "https://example.com/pricing" in slides[3].notes_slide.notes_text_frame.text


def test_the_same_study_gives_the_same_bytes(deck: bytes) -> None:
    assert write_slides(_study()) == deck


def test_a_house_template_keeps_its_size_and_loses_its_slides(tmp_path: Path) -> None:
    template = pptx.Presentation()
    template.slide_width, template.slide_height = Inches(10), Inches(5.625)
    template.slides.add_slide(template.slide_layouts[0]).shapes.title.text_frame.text = "Old"
    path = tmp_path / "house.pptx"
    template.save(str(path))
    found = _open(write_slides(_study(), read_slide_template(path)))
    assert found.slide_width == Inches(10)
    assert len(list(found.slides)) == 6
    assert "Old" not in "".join(_words(s) for s in found.slides)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"], ids=["empty", "text", "broken"])
def test_a_bad_template_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.pptx"
    path.write_bytes(content)
    with pytest.raises(DataError, match="is not a PowerPoint presentation"):
        read_slide_template(path)


@pytest.mark.parametrize("texts", OFFICE_HOSTILE, ids=["marks", "long"])
def test_hostile_text_stays_text(texts: tuple[str, ...]) -> None:
    found = _open(write_slides(hostile_study(texts, cost=make_cost().model_copy(update={"board": _board()}))))
    for slide in found.slides:
        words = _words(slide) + slide.notes_slide.notes_text_frame.text
        assert "\x1b" not in words and "\u202e" not in words and "\x00" not in words
        assert not [r for r in slide.part.rels.values() if r.is_external]
    assert len(list(found.slides)) == 6


def test_awkward_studies_have_slides() -> None:
    found = _open(write_slides(bare_study(logo=png(9, 9))))
    slides = list(found.slides)
    assert len(slides) == 6 and "no two options are compared" in _words(slides[3])
    assert "Not worked out" in slides[4].shapes.title.text_frame.text


def test_many_workflows_still_fit() -> None:
    audit = make_audit()
    many = tuple(audit.workflows[0].model_copy(update={"id": f"w{n}", "name": f"Workflow {n}"}) for n in range(40))
    slides = list(_open(write_slides(_study(audit=audit.model_copy(update={"workflows": many})))).slides)
    assert max(len(s.table.rows) for slide in slides for s in slide.shapes if s.has_table) <= 10
    assert "and 32 more" in _words(slides[1])
