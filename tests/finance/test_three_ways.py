"""One definition, three renderings: every line of every config that comes with the tool, at random inputs.

Exact decimals, NumPy, and the formulas of the workbook as LibreOffice works them out. The workbook is written once from the base inputs;
its input cells are then typed over, as a user would, and every row of the model is read back.
"""

from __future__ import annotations

import math
import random
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.config import Config, load_config
from lockin_audit.core.data_files import data_dir
from lockin_audit.finance.assumptions import resolve_assumptions
from lockin_audit.finance.build import build_model
from lockin_audit.finance.evaluate import evaluate_arrays, evaluate_exact, evaluate_floats
from lockin_audit.finance.model import Model, input_name
from lockin_audit.finance.study import cost_study
from lockin_audit.prices.book import load_book
from lockin_audit.report.workbook.book import Book
from lockin_audit.report.workbook.figures import figures_of
from lockin_audit.report.workbook.layout import Layout
from lockin_audit.report.workbook.sheets.calc import FIRST, VALUE, fill_calc
from lockin_audit.report.workbook.sheets.cover import fill_cover
from lockin_audit.report.workbook.sheets.inputs import fill_inputs
from lockin_audit.report.workbook.sheets.prices import fill_prices
from lockin_audit.report.workbook.sheets.scenarios import fill_scenario_definitions
from lockin_audit.report.workbook.titles import SHEETS
from tests.report.study_builder import make_study
from tests.report.workbook.libreoffice import Cells, always_recalculating, cells, needs_libreoffice, with_inputs

DAY = date(2026, 11, 21)
EVERYTHING = Config.model_validate(
    {
        "workflow": [{"id": "claims"}, {"id": "mail"}],
        "option": [
            {"id": "copilot", "kind": "managed", "product": "microsoft.copilot_studio"},
            {"id": "core", "kind": "managed", "product": "aws.agentcore_runtime", "portable": True},
            {"id": "own", "kind": "owned", "defer_months": 3},
            {"id": "mix", "kind": "hybrid", "product": "aws.agentcore_runtime", "owned_workflows": ["mail"]},
        ],
        "compare": {"from": "core", "to": "own"},
        "cost": {"horizon_months": 24, "discounting": "annual-end"},
        "assumptions": {
            "mail.measured_input_tokens": 5000, "mail.measured_output_tokens": 4000, "claims.busy_factor": 2, "claims.busy_from": 11,
            "market.vendor_exit_month": 9,
        },
    }
)  # fmt: skip
"""Packs, a portable form, a later start, a hybrid, a season, measured tokens, an exit: what the shipped configs do not all have."""


def _configs() -> dict[str, Path]:
    folder = data_dir("examples")
    return {str(path.relative_to(folder)): path for path in sorted((*folder.glob("*/lockin.toml"), *folder.glob("templates/*.toml")))}


NAMES = ("everything", *_configs())


@dataclass(frozen=True)
class Case:
    """A config's model, and inputs drawn within their ranges."""

    config: Config
    model: Model
    inputs: Mapping[str, float]


@cache
def case(name: str) -> Case:
    config = EVERYTHING if name == "everything" else load_config(_configs()[name]).config
    book = load_book(overrides=config.prices, exchange_rates=config.exchange_rates)
    model = build_model(config, resolve_assumptions(config, None, book, DAY).assumptions)
    chance = random.Random(name)
    return Case(config, model, {a.id: _drawn(a, chance) for a in model.assumptions})


def _drawn(a: Assumption, chance: random.Random) -> float:
    """A value in the range of the input; around it where it has none but is an amount of money."""
    if a.high > a.low:
        return round(chance.uniform(a.low, a.high), 6)
    return round(a.value * chance.uniform(0.6, 1.6), 6) if a.unit.startswith("USD") else a.value


def same(one: float, other: float, scale: float) -> bool:
    if math.isnan(one) or math.isnan(other):
        return math.isnan(one) and math.isnan(other)
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9 * scale)


def test_there_are_configs_to_prove() -> None:
    assert "claims/lockin.toml" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_exact_decimals_and_arrays_agree_on_every_line(name: str) -> None:
    given = case(name)
    floats = evaluate_floats(given.model, given.inputs)
    decimals = evaluate_exact(given.model, {id: Decimal(repr(value)) for id, value in given.inputs.items()})
    assert floats.keys() == decimals.keys() == given.model.by_id.keys()
    scale = max(abs(x) for option in given.model.options for x in floats[f"{option.id}.total"])
    wrong = [
        (id, month, ours, float(theirs))
        for id, row in floats.items()
        for month, (ours, theirs) in enumerate(zip(row, decimals[id], strict=True), 1)
        if not same(ours, float(theirs), scale)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_sums_gathered_for_speed_agree_with_the_lines_one_by_one(name: str) -> None:
    """What the simulation asks for, at several draws at once, against every line worked out by itself."""
    import numpy as np

    given = case(name)
    drawn = {id: value * np.array([1.0, 0.9, 1.0]) if id.endswith(("_fte", "_tokens")) else value for id, value in given.inputs.items()}
    wanted = {f"{o.id}.{key}" for o in given.model.options for key in ("npv", "cumulative")}
    quick, plain = evaluate_arrays(given.model, drawn, wanted), evaluate_arrays(given.model, drawn)
    assert quick.keys() == wanted
    for id in wanted:
        np.testing.assert_allclose(quick[id] * np.ones(3), plain[id] * np.ones(3), rtol=1e-9, atol=1e-6)


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Layout, Cells]]:
    """Each config's workbook with its input cells typed over, after one run of LibreOffice over all of them."""
    folder = tmp_path_factory.mktemp("books")
    layouts: dict[str, Layout] = {}
    for number, name in enumerate(NAMES):
        layouts[name], book = _workbook(case(name))
        typed: dict[str, float | str] = {input_name(id): value for id, value in case(name).inputs.items()}
        (folder / f"{number}.xlsx").write_bytes(with_inputs(book, typed))
    profile = always_recalculating(folder / "profile")
    files = [str(folder / f"{number}.xlsx") for number in range(len(NAMES))]
    command = [
        "soffice",
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(folder / "out"),
    ]
    subprocess.run([*command, *files], capture_output=True, timeout=240, check=True)
    return {name: (layouts[name], cells(folder / "out" / f"{number}.xlsx")) for number, name in enumerate(NAMES)}


def _workbook(given: Case) -> tuple[Layout, bytes]:
    book_of_prices = load_book(overrides=given.config.prices, exchange_rates=given.config.exchange_rates)
    study = make_study(cost=cost_study(given.config, audit=None, book=book_of_prices, as_of=DAY, draws=0), config=given.config)
    book = Book(list(SHEETS))
    layout = Layout(book, study, given.model, figures_of(study, given.model))
    layout.cells["oldest price"], layout.oldest_price = fill_prices(book, study, fill_cover(book, study))
    fill_scenario_definitions(layout)
    fill_inputs(layout)
    fill_calc(layout)
    return layout, book.to_bytes(DAY, study.author, study.config.study.title)


@needs_libreoffice
@pytest.mark.parametrize("name", NAMES)
def test_the_workbook_agrees_on_every_line(name: str, recalculated: Mapping[str, tuple[Layout, Cells]]) -> None:
    from openpyxl.utils import get_column_letter

    given, (layout, found) = case(name), recalculated[name]
    floats = evaluate_floats(given.model, given.inputs)
    scale = max(abs(x) for option in given.model.options for x in floats[f"{option.id}.total"])
    wrong, compared = [], 0
    for line in given.model.lines:
        if line.over == "month":
            places = [f"{get_column_letter(FIRST + month)}{layout.rows[line.id]}" for month in range(given.model.horizon)]
        else:
            places = [layout.once[line.id].rpartition("!")[2].replace("$", "")]
            assert places[0].startswith(get_column_letter(VALUE))
        for place, ours in zip(places, floats[line.id], strict=True):
            value = found["Calc", place].value
            compared += 1
            if not same(ours, math.nan if value == "n/a" else value, scale):
                wrong.append((line.id, place, found["Calc", place].formula, ours, value))
    assert wrong == []
    assert compared > 2_000
