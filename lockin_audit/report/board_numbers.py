"""The board's question in words: what its four numbers are called and how they read, in every output that shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from lockin_audit.finance.result import BoardAnswer, Rebuild
from lockin_audit.report import numbers


class BoardNumbers(NamedTuple):
    """One text for each figure of one option."""

    meaning: str
    rebuild: str
    """Number 1."""
    cost: str
    """Number 2."""
    weeks: str
    """How long the change takes."""
    expected: str
    """Number 3."""
    freedom: str
    """Number 4."""


LABELS: Final = BoardNumbers(
    meaning="What it means",
    rebuild="To rebuild, today",
    cost="Cost of the change",
    weeks="Weeks it takes",
    expected="Cost on average, likelihood counted",
    freedom="Worth of being free to change",
)
"""What the figures are called."""
READING: Final = "The middle figure, with one future in ten below the first and one in ten above the last in brackets."
"""How the cost and the weeks are to be read."""


def board_numbers(answer: BoardAnswer, currency: str, *, short: bool = False) -> BoardNumbers:
    """The figures of one option as texts; amounts in the currency, whole or, when short, to three figures (`$80k`)."""
    amount = numbers.money_short if short else numbers.money
    cost = {name: amount(value, currency) for name, value in answer.switching_cost.items()}
    weeks = {name: numbers.quantity(round(value, 1)) for name, value in answer.weeks.items()}
    return BoardNumbers(
        meaning="leaving the runtime: it runs one vendor's models" if answer.leaves else "changing the model, not the runtime",
        rebuild=_rebuild(answer.rebuild),
        cost=_spread(cost),
        weeks=_spread(weeks),
        expected=amount(answer.expected_switching_cost, currency),
        freedom="not known" if answer.option_value is None else amount(answer.option_value, currency),
    )


def _rebuild(list_: Rebuild | None) -> str:
    if list_ is None:
        return "not known: no audit"
    return f"{numbers.count(list_.items, 'item')}, {round(list_.days_low):,} to {round(list_.days_high):,} person-days"


def _spread(shown: Mapping[str, str]) -> str:
    low, middle, high = (shown.get(percentile, numbers.UNKNOWN) for percentile in ("p10", "p50", "p90"))
    return f"{middle} ({low} to {high})"
