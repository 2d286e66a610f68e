"""The workbook keeps to the modelling standards: checks of ICAEW and FAST rules that a reviewer would make by hand."""

from __future__ import annotations

import io
import math
import re
import zipfile
from functools import cache

import openpyxl
from openpyxl.formula import Tokenizer
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from lockin_audit.finance.model import input_name
from lockin_audit.report.workbook.book import NAME
from lockin_audit.report.workbook.titles import SHEETS
from lockin_audit.report.workbook.write import write_workbook
from tests.report.workbook.libreoffice import cells, names
from tests.report.workbook.real_study import config, study_and_model, workbook

ALLOWED = {
    *("ABS", "AND", "COLUMNS", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "EXP", "FIXED", "IF", "IFERROR", "INDEX", "INT", "IRR"),
    *("ISERROR", "ISNUMBER", "LEFT", "MATCH", "MAX", "MIN", "SIGN", "SUM", "SUMIFS", "SUMPRODUCT"),
}
"""Functions that Excel 2016 and LibreOffice 7.4 both compute, none of them volatile."""
UNIVERSAL = {0.0, 0.5, 2.0, 12.0, 60.0} | {10.0**power for power in range(-9, 10)}
"""Literals a formula of Calc may hold: identities, months, minutes, half a month, and powers of ten (units of prices, tolerances)."""
ERROR = re.compile(r"^#(N/A|DIV/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)$|^Err:")


@cache
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook()))


def stripped(formula: str) -> str:
    """The formula without texts and sheet names."""
    return re.sub(r"'[^']*'!", "", re.sub(r'"[^"]*"', '""', formula))


def formulas() -> list[tuple[str, str, str]]:
    return [(sheet, at, cell.formula) for (sheet, at), cell in cells(workbook()).items() if cell.formula]


def test_sheets_stand_in_order_and_none_is_hidden() -> None:
    assert book().sheetnames == list(SHEETS)
    assert {sheet.sheet_state for sheet in book().worksheets} == {"visible"}
    for sheet in book().worksheets:
        assert not any(d.hidden for d in sheet.column_dimensions.values()), sheet.title
        assert not any(d.hidden for d in sheet.row_dimensions.values()), sheet.title


def test_formulas_use_only_allowed_functions() -> None:
    used = {name for _, _, formula in formulas() for name in re.findall(r"([A-Z][A-Z0-9.]*)\(", stripped(formula))}
    assert used - ALLOWED == set()


def test_no_if_stands_inside_another() -> None:
    for sheet, at, formula in formulas():
        assert len(re.findall(r"\bIF\(", stripped(formula))) <= 1, (sheet, at, formula)


def test_calc_holds_no_number_but_universal_constants() -> None:
    for sheet, at, formula in formulas():
        if sheet == "Calc":
            literals = {float(n) for n in re.findall(r"(?<![A-Za-z$0-9.])\d+(?:\.\d+)?", stripped(formula))}
            assert all(any(math.isclose(n, u) for u in UNIVERSAL) for n in literals), (at, formula)


def test_formulas_are_short_and_on_one_line() -> None:
    """FAST 3.03-01; names of sheets and texts do not count. Checks and Cases may take a little more than a row of Calc."""
    for sheet, at, formula in formulas():
        assert len(stripped(formula)) <= (120 if sheet == "Calc" else 200), (sheet, at, formula)
        assert "\n" not in formula, (sheet, at)


def test_nothing_is_rounded_and_nothing_is_volatile() -> None:
    used = {name for _, _, formula in formulas() for name in re.findall(r"([A-Z][A-Z0-9.]*)\(", stripped(formula))}
    assert not used & {
        "ROUND",
        "ROUNDUP",
        "ROUNDDOWN",
        "TRUNC",
        "OFFSET",
        "INDIRECT",
        "NOW",
        "TODAY",
        "RAND",
        "RANDBETWEEN",
        "CELL",
        "INFO",
    }


def test_no_formula_reads_itself_by_any_way() -> None:
    """No circularity: references of each cell, followed to the end."""
    written = {(sheet, at): formula for sheet, at, formula in formulas()}
    reads = {where: _references(*where, formula) & written.keys() for where, formula in written.items()}
    state: dict[tuple[str, str], int] = {}
    for start in written:
        stack = [(start, iter(reads[start]))]
        state.setdefault(start, 1)
        while stack:
            where, rest = stack[-1]
            following = next((r for r in rest if state.get(r) != 2), None)
            if following is None:
                state[where] = 2
                stack.pop()
            else:
                assert state.get(following) != 1, (where, following)
                state[following] = 1
                stack.append((following, iter(reads[following])))


def _references(sheet: str, at: str, formula: str) -> set[tuple[str, str]]:
    found = set()
    for token in Tokenizer("=" + formula).items:
        if token.type == "OPERAND" and token.subtype == "RANGE":
            title, _, place = token.value.rpartition("!")
            first, top, last, bottom = range_boundaries(place.replace("$", ""))
            cells = ((row, column) for row in range(top, bottom + 1) for column in range(first, last + 1))
            found |= {(title.strip("'") or sheet, f"{get_column_letter(column)}{row}") for row, column in cells}
    return found


def test_every_line_of_calc_and_every_figure_has_a_unit() -> None:
    sheet = book()["Calc"]
    assert all(sheet.cell(row, 2).value for row in range(5, sheet.max_row + 1) if sheet.cell(row, 3).value is not None)
    options = book()["Options"]
    assert all(options.cell(row, 2).value for row in range(6, 14) if options.cell(row, 3).value is not None)


def test_every_range_on_inputs_is_validated_and_may_be_typed_over() -> None:
    sheet = book()["Inputs"]
    validated = {cell for rule in sheet.data_validations.dataValidation for part in rule.sqref.ranges for cell in _coordinates(part.coord)}
    for name, (_, at) in names(workbook()).items():
        if name.startswith("in_") and name != "in_scenario":
            row = sheet[at].row
            assert {f"E{row}", f"F{row}"} <= validated and not sheet.cell(row, 5).protection.locked, name
            assert sheet.cell(row, 9).value and sheet.cell(row, 10).value, name  # as of, owner


def test_every_sheet_stands_in_the_contents_and_freezes_its_heads() -> None:
    cover = {cell.value for row in book()["Cover"].iter_rows(max_col=1) for cell in row}
    assert set(SHEETS) - {"Cover"} <= cover
    for title in ("Evidence", "Inputs", "Prices", "Calc", "Model map", "Options", "Cases", "Checks", "Rebuild list", "Change log"):
        assert book()[title].freeze_panes, title
    assert book()["Evidence"].auto_filter.ref and book()["Questionnaires"].auto_filter.ref


def test_no_chart_runs_over_the_end_of_a_page() -> None:
    """Rows from the break above a chart to its end fit one A4 page at the scale at which the sheet is one page wide."""
    for sheet in book().worksheets:
        breaks = sorted(b.id for b in sheet.row_breaks.brk)
        last = range_boundaries(str(sheet.print_area).rpartition("!")[2].replace("$", ""))[2]
        width = sum(sheet.column_dimensions[get_column_letter(c)].width * 5.6 for c in range(1, last + 1))  # points; a little too wide
        page = (595 - 0.5 * 72 - 0.6 * 72) / min(1.0, (842 - 72) / width)
        for chart in sheet._charts:
            first = chart.anchor._from.row + 1
            start = max((b for b in breaks if b < first), default=0) + 1
            above = sum(sheet.row_dimensions[r].height or 15 for r in range(start, first))
            repeated = 0.0 if start == 1 or not sheet.print_title_rows else 50.0
            assert repeated + above + chart.anchor.ext.height / 12_700 <= page, (sheet.title, first, above, page)


def test_each_row_of_calc_holds_one_formula_shifted() -> None:
    sheet, rows = book()["Calc"], 0
    for row in range(5, sheet.max_row + 1):
        found = {c: str(sheet.cell(row, c).value) for c in range(5, sheet.max_column + 1) if sheet.cell(row, c).value is not None}
        if not found:
            continue
        rows += 1
        assert len(found) == 36, (row, len(found))
        for column, formula in found.items():
            moved = Translator(found[5], origin=f"E{row}").translate_formula(f"{get_column_letter(column)}{row}")
            assert moved == formula, (row, column)
    assert rows > 60


def test_no_value_is_an_error_or_missing() -> None:
    for where, cell in cells(workbook()).items():
        if cell.formula:
            assert cell.value is not None, where
        assert not (isinstance(cell.value, str) and ERROR.search(cell.value)), where


def test_names_are_of_the_allowed_form_and_the_contract_is_kept() -> None:
    known = set(names(workbook()))
    assert all(NAME.match(name) for name in known)
    _, model = study_and_model(config())
    assert {input_name(a.id) for a in model.assumptions} <= known
    assert {f"out_{option}_{figure}" for option in ("managed", "owned") for figure in ("npv", "total")} <= known
    assert {"out_saving_npv", "out_payback_month", "out_break_even_sessions", "chk_master", "in_scenario"} <= known


def test_every_input_has_a_unit_a_source_a_validation_and_may_be_typed_over() -> None:
    sheet = book()["Inputs"]
    validated = {cell for rule in sheet.data_validations.dataValidation for part in rule.sqref.ranges for cell in _coordinates(part.coord)}
    for name, (title, at) in names(workbook()).items():
        if not name.startswith("in_") or name == "in_scenario":
            continue
        cell = sheet[at]
        assert title == "Inputs" and at in validated, name
        assert cell.data_type == "n" and not cell.protection.locked, name
        assert sheet.cell(cell.row, 4).value and sheet.cell(cell.row, 8).value, name


def _coordinates(span: str) -> list[str]:
    return [c.coordinate for row in book()["Inputs"][span] for c in row] if ":" in span else [span]


def test_formula_cells_are_locked_and_no_sheet_asks_for_a_password() -> None:
    for sheet in book().worksheets:
        assert sheet.protection.sheet and sheet.protection.password is None, sheet.title
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert cell.protection.locked, (sheet.title, cell.coordinate)


def test_sheets_print_on_a4_landscape_with_footers_and_whole_charts() -> None:
    for sheet in book().worksheets:
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9"), sheet.title
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.print_area, sheet.title
        assert sheet.page_setup.fitToWidth == (3 if sheet.title == "Calc" else 1), sheet.title
        assert sheet.oddFooter.right.text == "Page &P of &N", sheet.title
        for first, last in _charts(sheet):
            assert not [b.id for b in sheet.row_breaks.brk if first <= b.id < last], sheet.title


def _charts(sheet: Worksheet) -> list[tuple[int, int]]:
    """Rows each chart of the sheet covers, at the default height of a row (15 points)."""
    out = []
    for chart in sheet._charts:
        first = chart.anchor._from.row + 1
        out.append((first, first + int(chart.anchor.ext.height / 12_700 / 15)))
    return out


def test_the_file_has_no_macros_no_links_to_other_files_and_asks_for_recalculation() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook())) as parts:
        assert not [n for n in parts.namelist() if "vba" in n.lower() or "externalLink" in n or "connections" in n]
        assert b'fullCalcOnLoad="1"' in parts.read("xl/workbook.xml")
        charts = [parts.read(n) for n in parts.namelist() if n.startswith("xl/charts/chart")]
    assert len(charts) == 8
    for chart in charts:
        assert b"<strCache>" in chart and b"<numCache>" in chart
        assert b'<delete val="1"' not in chart
    for _, _, formula in formulas():
        assert "[" not in stripped(formula)


def test_two_builds_are_the_same_bytes_and_carry_no_clock() -> None:
    assert write_workbook(*study_and_model(config())) == workbook()
    with zipfile.ZipFile(io.BytesIO(workbook())) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.read("docProps/core.xml").count(b"2026-11-21T00:00:00Z") == 2
