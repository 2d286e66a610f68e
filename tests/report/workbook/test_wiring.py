"""The mutation test of the wiring: every input at its low and its high, every scenario, in LibreOffice against the engine.

An input that moves nothing is dead. The few that matter only under a condition are listed with it, and are tried under it.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pytest

from lockin_audit.core.assumption import Assumption
from lockin_audit.finance.evaluate import evaluate_arrays
from lockin_audit.finance.model import Line, Model, input_name
from lockin_audit.finance.scenario import study_scenarios
from tests.report.workbook.libreoffice import cells, names, needs_libreoffice
from tests.report.workbook.real_study import config, study_and_model, workbook
from tests.report.workbook.typist import type_and_read

CONDITIONS: dict[str, dict[str, float]] = {
    "owned.engine_host_per_month": {"owned.engine_self_hosted": 1.0},
    "owned.lockin_months": {"owned.lockin_ceiling": 1.5},
    "price.anthropic.api.web_searches": {"claims.web_searches": 1.0},
    "price.anthropic.managed_agents.web_searches": {"claims.web_searches": 1.0},
    "price.anthropic.claude-sonnet-5.input_tokens": {"claims.cached_share": 0.5},
}
"""Inputs that matter only where another has a value: a fee of hosting oneself, prices of what nobody uses at the base."""
MONTHS = {"E": 0, "V": 17, "AN": 35}
"""Columns of Calc that are read, with the month (from 0); the column C holds single values and totals."""


@dataclass(frozen=True)
class Case:
    """What is typed, in words, as inputs before the scenario, and the scenario."""

    about: str
    typed: Mapping[str, float]
    scenario: int = 0


def low_and_high(a: Assumption) -> tuple[float, float]:
    """The ends of an input's range; a tenth up and down, or one, where it has none."""
    low = a.low if a.low < a.value else a.value * 0.9
    high = a.high if a.high > a.value else a.value * 1.1 or 1.0
    return max(low, -math.inf if a.minimum is None else a.minimum), min(high, math.inf if a.maximum is None else a.maximum)


@cache
def model() -> Model:
    return study_and_model(config())[1]


@cache
def cases() -> tuple[Case, ...]:
    """Each input at its low and high by itself; each scenario plain and with every second input moved."""
    found = [Case("base", {})]
    for a in model().assumptions:
        condition = CONDITIONS.get(a.id, {})
        found += [Case(f"{a.id} {end}", {**condition, a.id: to}) for end, to in zip(("low", "high"), low_and_high(a), strict=True)]
    chance = random.Random(6)
    for number, scenario in enumerate(study_scenarios(config(), model())):
        moved = {
            a.id: chance.choice(low_and_high(a)) for a in model().assumptions if chance.random() < 0.5 and not a.id.startswith("market.")
        }
        found += [Case(scenario.id, {}, number), Case(f"{scenario.id}, half the inputs moved", moved, number)]
    return tuple(found)


@cache
def worked_out() -> dict[str, Any]:
    """Every line in every case, by the engine; the last axis is the case."""
    scenarios = study_scenarios(config(), model())
    values = {a.id: np.array([scenarios[c.scenario].live(a.id, c.typed.get(a.id, a.value)) for c in cases()]) for a in model().assumptions}
    return dict(evaluate_arrays(model(), values))


def test_every_input_moves_a_line_of_the_model() -> None:
    found, at = worked_out(), {case.about: n for n, case in enumerate(cases())}
    dead = []
    for a in model().assumptions:
        base = evaluate_arrays(model(), {x.id: CONDITIONS.get(a.id, {}).get(x.id, x.value) for x in model().assumptions})
        ends = [at[f"{a.id} {end}"] for end in ("low", "high")]
        if not any(_moved(found[id][..., end], row[..., 0]) for id, row in base.items() for end in ends if found[id].shape[-1] > 1):
            dead.append(a.id)
    assert dead == []


def test_the_listed_conditions_are_needed() -> None:
    plain = {a.id: a.value for a in model().assumptions}
    base = evaluate_arrays(model(), plain)
    for id in CONDITIONS:
        for end in low_and_high(model().inputs[id]):
            moved = evaluate_arrays(model(), {**plain, id: end})
            assert not [line for line, row in moved.items() if _moved(row, base[line])], id


def _moved(row: Any, base: Any) -> bool:
    return not np.allclose(row, base, rtol=1e-12, atol=0, equal_nan=True)


@needs_libreoffice
def test_each_input_and_each_scenario_moves_calc_as_it_moves_the_engine(tmp_path_factory: pytest.TempPathFactory) -> None:
    book, lines = workbook(), (*model().workings, *model().months, *model().results)
    at, held = names(book), cells(book)
    rows = sorted(
        int(cell[1:]) for sheet, cell in held if sheet == "Calc" and cell.startswith("B") and cell[1:].isdigit() and int(cell[1:]) > 4
    )
    assert len(rows) == len(lines)
    typed = [
        {at[input_name(id)][1]: value for id, value in c.typed.items()} | ({at["in_scenario"][1]: c.scenario + 1} if c.scenario else {})
        for c in cases()
    ]
    # A case that types nothing still needs an order: the discount rate as it is.
    rate = {at[input_name("finance.discount_rate")][1]: model().inputs["finance.discount_rate"].value}
    told = type_and_read(book, [t or rate for t in typed], ("C", *MONTHS), (rows[0], rows[-1]), tmp_path_factory.mktemp("typed"))
    wrong, compared = [], 0
    for number, (case, answer) in enumerate(zip(cases(), told, strict=True)):
        for line, row in zip(lines, rows, strict=True):
            for column, ours in _expected(line, number).items():
                shown = answer[column][row - rows[0]]
                compared += 1
                if not _same(ours, shown):
                    wrong.append((case.about, line.id, column, ours, shown))
    assert wrong[:10] == []
    assert compared > 100_000


def _expected(line: Line, case: int) -> dict[str, float]:
    """Column of Calc → what the engine says."""
    row = worked_out()[line.id]
    row = row[..., case] if row.shape[-1] > 1 else row[..., 0]
    if line.over == "once":
        return {"C": float(row)}
    return {column: float(row[month] if row.shape[0] > 1 else row[0]) for column, month in MONTHS.items()}


def _same(ours: float, shown: str) -> bool:
    if shown == "n/a" or math.isnan(ours):
        return shown == "n/a" and math.isnan(ours)
    return math.isclose(ours, float(shown), rel_tol=1e-9, abs_tol=1e-6)
