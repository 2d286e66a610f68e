"""The tree behind a figure: every input it rests on, each with its source; refusals in one sentence."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from lockin_audit.core.config import Config
from lockin_audit.core.errors import DataError
from lockin_audit.finance.assumptions import Resolved, resolve_assumptions
from lockin_audit.finance.build import build_model
from lockin_audit.finance.evaluate import evaluate_floats, values_of
from lockin_audit.finance.explain import explain
from lockin_audit.finance.model import Model
from lockin_audit.prices.book import PriceBook


@pytest.fixture(scope="module")
def resolved(book: PriceBook) -> Resolved:
    return resolve_assumptions(Config(), None, book, date(2026, 11, 21))


@pytest.fixture(scope="module")
def model(resolved: Resolved) -> Model:
    return build_model(Config(), resolved.assumptions)


def tree(model: Model, resolved: Resolved, asked: str) -> str:
    return explain(model, resolved.assumptions, resolved.prices, asked)


def test_the_price_row_the_formula_and_the_inputs_are_there(model: Model, resolved: Resolved) -> None:
    text = tree(model, resolved, "managed.runtime@12")
    assert text.splitlines()[1].strip() == "= the sum of (managed.repository.runtime) × service_price_index × managed.live"
    value = evaluate_floats(model, values_of(resolved.assumptions))["managed.runtime"][11]
    assert text.startswith(f"managed.runtime = {value:,.6g} USD in month 12")
    assert "0.08 USD per session-hour, holds from 2026-04-08, read 2" in text
    assert "https://platform.claude.com/" in text
    assert "repository.active_hours = 0.15 hours/session (from 0.05 to 0.45)" in text and "a placeholder" in text


def test_every_line_can_be_explained_and_reaches_all_its_inputs(model: Model, resolved: Resolved) -> None:
    def reached(id: str, found: set[str]) -> set[str]:
        for name in model.references.get(id, ()):
            if name.id in model.inputs:
                found.add(name.id)
            elif name.part == "value" and name.id != id:
                reached(name.id, found)
        return found

    for line in model.lines:
        text = tree(model, resolved, f"{line.id}@7")
        for id in reached(line.id, set()):
            assert re.search(rf"^ *{re.escape(id)} = ", text, re.M), (line.id, id)


def test_a_short_name_will_do_where_one_line_bears_it(model: Model, resolved: Resolved) -> None:
    assert tree(model, resolved, "build@1").startswith("owned.build = ")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("managed.runtim", r"managed\.runtime"),
        ("review", r"several lines.*managed\.review"),
        ("managed.runtime@0", "month 1 to 36"),
        ("managed.runtime@99", "month 1 to 36"),
        ("managed.runtime@x", "not a month"),
        ("", "is not a line"),
    ],
)
def test_what_cannot_be_explained_is_refused(model: Model, resolved: Resolved, asked: str, words: str) -> None:
    with pytest.raises(DataError, match=words):
        tree(model, resolved, asked)


def test_the_command_prints_it(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from typer.testing import CliRunner

    from lockin_audit.cli.app import command_line

    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(
        command_line(), ["cost", "--as-of", "2026-11-21", "--scenario", "price_up_50", "--explain", "managed.runtime@2"]
    )
    assert done.exit_code == 0 and "Scenario price_up_50: times 1.5" in done.output
