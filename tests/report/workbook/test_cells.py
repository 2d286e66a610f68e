"""Text that others wrote stays text, whatever it holds."""

from __future__ import annotations

import io
from collections.abc import Sequence

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.report.workbook.caches import inject_caches
from lockin_audit.report.workbook.cells import CELL_LIMIT, clean_text, put_number, put_text, text_literal, wrapped_lines
from lockin_audit.report.workbook.write import write_workbook
from tests.report.study_builder import AS_OF, HOSTILE, make_audit, make_site, make_sites
from tests.report.workbook.libreoffice import Cell, cells
from tests.report.workbook.real_study import config, study_and_model

RISKY = (
    *HOSTILE,
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "#N/A",
    "#REF!",
    '=HYPERLINK("https://a.example")',
    "_x000D_",
    "\x00\x07\x1b[31m",
    "\ud800",
    "\u202eabc",
    "x" * 40_000,
    "😀" * 20_000,
)


def saved(texts: Sequence[str]) -> list[object]:
    """What a workbook gives back for texts put into its cells, read as Excel reads it; never a formula."""
    book = openpyxl.Workbook()
    for row, text in enumerate(texts, 1):
        put_text(book.worksheets[0].cell(row, 1), text)
    out = io.BytesIO()
    book.save(out)
    found = cells(out.getvalue())
    assert not any(cell.formula for cell in found.values())
    return [str(found.get(("Sheet", f"A{row}"), Cell("", "")).value).replace("_x005F_", "_") for row in range(1, len(texts) + 1)]


def test_risky_text_comes_back_as_the_same_text_without_unwanted_characters() -> None:
    assert saved(RISKY) == [clean_text(text) for text in RISKY]


@settings(max_examples=15)
@given(st.lists(st.text(max_size=40), min_size=20, max_size=20))
def test_any_text_stays_text(texts: list[str]) -> None:
    assert saved(texts) == [clean_text(text) for text in texts]


def test_text_that_looks_like_a_formula_is_quoted() -> None:
    sheet = openpyxl.Workbook().worksheets[0]
    for row, text in enumerate(("=1", "+1", "-1", "@a"), 1):
        put_text(sheet.cell(row, 1), text)
        assert sheet.cell(row, 1).quotePrefix and sheet.cell(row, 1).data_type == "s"


@pytest.mark.parametrize("text", ["a" * 40_000, "😀" * 40_000, "x😀" * 30_000])
def test_text_is_cut_at_the_limit_between_whole_characters_and_says_so(text: str) -> None:
    cut = clean_text(text)
    assert len(cut.encode("utf-16-le")) // 2 <= CELL_LIMIT
    assert cut.endswith("(shortened)")


def test_numbers_that_are_none_are_refused() -> None:
    sheet = openpyxl.Workbook().worksheets[0]
    with pytest.raises(ValueError, match="A1: nan"):
        put_number(sheet.cell(1, 1), float("nan"))


def test_a_text_inside_a_formula_has_its_quotes_doubled_and_fits() -> None:
    assert text_literal('say "so"\nnow') == '"say ""so"" now"'
    assert len(text_literal("x" * 400)) <= 255


def test_lines_grow_with_text_and_shrink_with_width() -> None:
    assert [wrapped_lines(t, 20) for t in ("", "a", "a\nb", "x" * 60)] == [1, 1, 2, 3]


def test_a_formula_without_a_value_is_refused() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "=1+1"
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(ValueError, match="1 formula cells without a value"):
        inject_caches(out.getvalue(), [{}], AS_OF)


def test_a_hostile_repository_and_config_leave_only_text_in_the_workbook() -> None:
    sites = tuple(make_site(9000 + n, file=f"{text[:200]}.py", snippet=text, what=text) for n, text in enumerate(HOSTILE))
    chosen = config(study={"title": "=cmd|'/C calc'!A0", "client": "<b>\x1b[31m", "author": "@SUM(1)"})
    study, model = study_and_model(chosen)
    hostile = study.model_copy(update={"audit": make_audit((*make_sites(), *sites)), "repository_name": "=1+1"})
    found = cells(write_workbook(hostile, model))
    texts = [cell.value for (sheet, _), cell in found.items() if sheet == "Evidence"]
    assert all(clean_text(text) in texts for text in HOSTILE)
    assert not [cell for (sheet, _), cell in found.items() if sheet == "Evidence" and cell.formula]
    assert not [cell.formula for cell in found.values() if "cmd" in cell.formula]
    assert found["Decision", "A1"].value == "=cmd|'/C calc'!A0"
    assert not found["Decision", "A1"].formula


def test_a_study_without_comparison_simulation_or_evidence_is_still_a_workbook() -> None:
    study, model = study_and_model(config(options=({"id": "owned", "kind": "owned"},)))
    bare = study.model_copy(update={"audit": make_audit(()), "runtimes": (), "answers": (), "digests": {}})
    found = cells(write_workbook(bare, model))
    assert any("No two options are compared" in str(cell.value) for (sheet, _), cell in found.items() if sheet == "Break-even")


def test_a_study_whose_prices_are_incomplete_shows_no_comparison() -> None:
    study, model = study_and_model(config())
    changes = {"comparison": None, "tornado": (), "simulation": None, "regret": None, "warnings": ("No price for tokens.",)}
    found = cells(write_workbook(study.model_copy(update={"cost": study.cost.model_copy(update=changes)}), model))
    decision = [str(cell.value) for (sheet, _), cell in found.items() if sheet == "Decision"]
    assert not [text for text in decision if "Saving by moving" in text or "in present value" in text]
    assert ("Checks", "B4") in found and found["Checks", "B4"].value is True
    assert "No price for tokens." in [cell.value for cell in found.values()]
