"""What the sheets of figures share: the model, its values under the chosen scenario, and the addresses of the cells written so far."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from lockin_audit.finance.expression import Name
from lockin_audit.finance.model import Model, ModelOption
from lockin_audit.report.study import Study
from lockin_audit.report.workbook.book import Book
from lockin_audit.report.workbook.cells import Value

NOT_AVAILABLE = "n/a"
"""What a cell shows for a figure that does not exist (no payback within the horizon); the engine says NaN."""


@dataclass(frozen=True)
class Change:
    """What a scenario does to one input."""

    scenario: int
    """Number of the scenario, from 1 (the base is 1 and changes nothing)."""
    input: str
    multiply: bool
    """True: a factor on the base value; False: a value in its place."""
    number: float


@dataclass(frozen=True)
class Figures:
    """What the engine says every input and line comes to."""

    base: Mapping[str, float]
    """Input id → value before the scenario."""
    by_scenario: Sequence[Mapping[str, float]]
    """Per scenario (base first): input id → value."""
    lines: Mapping[str, tuple[float, ...] | float]
    """Line id → value, or one per month, under the chosen scenario. NaN where not available."""
    scenarios: Sequence[tuple[str, str]]
    """Id and label of each scenario, base first."""
    chosen: int
    """Position of the chosen scenario, from 0."""
    changes: Sequence[Change] = ()

    def live(self, input_id: str) -> float:
        """Value of an input under the chosen scenario."""
        return self.by_scenario[self.chosen][input_id]

    def months(self, line_id: str) -> tuple[float, ...]:
        """Values of a monthly line."""
        value = self.lines[line_id]
        assert isinstance(value, tuple)  # the model says which lines are monthly
        return value

    def once(self, line_id: str) -> Value:
        """A single value as its cell shows it."""
        value = self.lines[line_id]
        assert not isinstance(value, tuple)
        return NOT_AVAILABLE if math.isnan(value) else value

    def amount(self, line_id: str) -> float:
        """A single value that is always available, such as a sum of money."""
        value = self.lines[line_id]
        assert not isinstance(value, tuple)
        return value


@dataclass
class Layout:
    """The workbook under way and where things stand in it."""

    book: Book
    study: Study
    model: Model
    figures: Figures
    live: dict[str, str] = field(default_factory=dict)
    """Input id → address of its value under the chosen scenario."""
    base: dict[str, str] = field(default_factory=dict)
    """Input id → address of its base value (the `in_` cell)."""
    once: dict[str, str] = field(default_factory=dict)
    """Line id → address of its single value, with the sheet."""
    rows: dict[str, int] = field(default_factory=dict)
    """Line id → row of a monthly line on the sheet Calc."""
    cells: dict[str, str] = field(default_factory=dict)
    """Other addresses, by a name that says what stands there."""
    oldest_price: int = 0
    """Greatest age of a price in days."""

    @cached_property
    def price_dates(self) -> Mapping[str, date]:
        """Input id of a price → day it was checked, where that is known."""
        return {p.assumption: p.checked_on for p in self.study.cost.prices if p.checked_on}

    @property
    def compared(self) -> tuple[ModelOption, ModelOption] | None:
        """The options compared, from and to; None where there are not two or a price is missing, so that no comparison would be fair."""
        if self.model.compared is None or self.study.cost.comparison is None:
            return None
        before, after = self.model.compared
        return self.model.option(before), self.model.option(after)

    def value(self, address: str) -> Value:
        """What the formula at an address (`'Sheet'!$A$1`) comes to."""
        sheet, _, cell = address.rpartition("!")
        return self.book[sheet.strip("'")].values[cell.replace("$", "")]


def fixed_format(values: Sequence[Value], unit: str = "") -> str:
    """Number format with as many decimals as the values need to be told apart, the same for all of a row; money in cents or whole."""
    numbers = [abs(v) for v in values if isinstance(v, float | int) and math.isfinite(v)]
    largest = max(numbers, default=0.0)
    if largest >= 1000 or all(v == round(v) for v in numbers):
        return "#,##0"
    if len(unit) == 3 and unit.isupper():
        return "#,##0.00"
    decimals = next((d for limit, d in ((100, 1), (10, 2), (0.1, 4)) if largest >= limit), 6)
    return "#,##0." + "0" * decimals


def input_format(value: float) -> str:
    """Number format of an input: thousands in groups, smaller numbers with every digit somebody may type."""
    if abs(value) >= 1000:
        return "#,##0" if value == round(value) else "#,##0.00"
    return "General" if len(f"{value:g}") >= len(repr(value)) - 2 else "0.0000"


@dataclass(frozen=True)
class MonthReferences:
    """How a formula in one column of a block of months refers to inputs and lines."""

    layout: Layout
    sheet_rows: Mapping[str, int]
    letter: str
    previous: str
    first: str
    last: str

    def __call__(self, name: Name) -> str:
        """Address of a reference."""
        row = self.sheet_rows.get(name.id)
        if row is None:
            return self.layout.live.get(name.id) or self.layout.once[name.id].rpartition("!")[2]
        if name.part == "row":
            return f"${self.first}${row}:${self.last}${row}"
        return f"{self.previous if name.part == 'previous' else self.letter}{row}"
