"""`tables/*.csv`: every table, figures as figures, and no text that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.core.report_config import ReportConfig
from lockin_audit.report.study import ModelFound
from lockin_audit.report.tables import tables
from lockin_audit.report.tables_csv import csv_bytes, table_files
from tests.report.study_builder import HOSTILE, bare_study, make_audit, make_site, make_study


def _read(data: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_every_table_of_the_report_has_a_file_and_rows_of_one_width() -> None:
    study = make_study(models=(ModelFound(name="claude-sonnet-5", runtime="anthropic.managed_agents", site_ids=("s00011",)),))
    files = table_files(study)
    wanted = ("sites", "verdicts", "workflows", "rebuild", "heat_map", "vendor_facts", "models", "skipped", "answers", "actions")
    wanted += ("assumptions", "prices", "options", "lines_by_month", "cost_by_month", "tornado", "scenarios", "saving_distribution")
    assert {f"tables/{name}.csv" for name in wanted} == set(files)
    for name, data in files.items():
        assert data.startswith(b"\xef\xbb\xbf"), name
        assert len({len(row) for row in _read(data)}) == 1, name


def test_figures_are_those_of_the_study() -> None:
    study = make_study()
    files = table_files(study)
    months = _read(files["tables/lines_by_month.csv"])[1:]
    for id, option in study.cost.options.items():
        assert sum(float(row[4]) for row in months if row[0] == id) == pytest.approx(option.total, rel=1e-12)
    sites = _read(files["tables/sites.csv"])
    assert len(sites) == len(study.audit.sites) + 1
    bars = {row[0]: row for row in _read(files["tables/tornado.csv"])}
    assert float(bars["claims.sessions_per_month"][5]) == -90_000  # a figure, not a text behind an apostrophe


def test_europe_gets_semicolons_and_decimal_commas() -> None:
    study = make_study()
    config = study.config.model_copy(update={"report": ReportConfig(csv="semicolon")})
    rows = _read(table_files(study.model_copy(update={"config": config}))["tables/assumptions.csv"], ";")
    share = next(row for row in rows if row[0] == "owned.run_share")
    assert share[2:5] == ["0,6", "0,3", "1,2"]


@pytest.mark.parametrize("text", [*HOSTILE, "\t=1+1", "\r=1+1", " @SUM(A1)", "-2+3", "x" * 40_000, "שלום", "\ud800\x00"])
def test_hostile_text_stays_text(text: str) -> None:
    study = make_study(audit=make_audit((make_site(0, file=text, snippet=text, what=text),)), repository_name=text)
    for row in _read(table_files(study)["tables/sites.csv"])[1:]:
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@")), cell[:40]
            assert "\x1b" not in cell and "\u202e" not in cell and "\x00" not in cell and len(cell) <= 32_767


@given(st.lists(st.one_of(st.text(max_size=30), st.floats(allow_nan=False, allow_infinity=False), st.integers(), st.none()), max_size=6))
def test_a_row_comes_back_and_numbers_stay_numbers(values: list[str | float | int | None]) -> None:
    row = _read(csv_bytes([["a"] * len(values), values, ["end"]]))[1] if values else []
    for value, cell in zip(values, row, strict=True):
        if isinstance(value, (int, float)):
            assert float(cell) == float(value)
        else:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_studies_with_nothing_have_no_empty_files() -> None:
    study = bare_study()
    assert all(len(rows) >= 1 for rows in tables(study).values())
    assert "tables/sites.csv" not in table_files(study)
