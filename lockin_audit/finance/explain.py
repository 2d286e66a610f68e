"""How one figure came about: its formula and all that stands behind it, down to inputs with their source and prices with their day."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterator, Mapping, Sequence

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.errors import DataError
from lockin_audit.finance.evaluate import evaluate_floats, values_of
from lockin_audit.finance.expression import Name
from lockin_audit.finance.model import Line, Model
from lockin_audit.finance.result import PriceUsed

_INDENT = "   "


def explain(model: Model, assumptions: Sequence[Assumption], prices: Sequence[PriceUsed], asked: str) -> str:
    """The tree of one line in one month, as text.

    Args:
        model: the model.
        assumptions: its inputs as they are in force.
        prices: rows of the price book behind them.
        asked: `LINE` or `LINE@MONTH`; a line by its id (`managed.runtime`) or, where one option alone has it, by the end of it. Month 1
            where none is named.
    Raises:
        DataError: no such line (with the nearest ones), several, or a month outside the horizon.
    """
    id, at, month_text = asked.partition("@")
    line = _line(model, id.strip())
    if at and not re.fullmatch(r"[0-9]{1,4}", month_text.strip()):
        raise DataError(f"--explain {asked}", f"{month_text!r} is not a month.", f"Write {id}@1 to {id}@{model.horizon}.")
    month = int(month_text) if at else 1
    if not 1 <= month <= model.horizon:
        raise DataError(f"--explain {asked}", f"the model runs from month 1 to {model.horizon}.", f"Found: {month}.")
    tree = _Tree(model, {a.id: a for a in assumptions}, {p.assumption: p for p in prices})
    return "\n".join(tree.branch(line, month, ""))


def _line(model: Model, id: str) -> Line:
    if id in model.by_id:
        return model.by_id[id]
    ends = [line for line in model.lines if line.id.endswith("." + id)] if id else []
    if len(ends) == 1:
        return ends[0]
    if ends:
        raise DataError(f"--explain {id}", "is the end of several lines.", f"Name one: {', '.join(line.id for line in ends)}.")
    near = difflib.get_close_matches(id, model.by_id, n=4, cutoff=0.4)
    costs = [line.id for line in model.lines if line.kind == "cost"][:6]
    raise DataError(f"--explain {id}", "is not a line of this study.", f"Close: {', '.join(near or costs)}.")


class _Tree:
    """Writes the branches; each line is written out once and named from then on."""

    def __init__(self, model: Model, inputs: Mapping[str, Assumption], prices: Mapping[str, PriceUsed]) -> None:
        self.model, self.inputs, self.prices = model, inputs, prices
        self.figures = evaluate_floats(model, values_of(inputs.values()))
        self.seen: set[tuple[str, int]] = set()

    def branch(self, line: Line, month: int, indent: str) -> Iterator[str]:
        monthly = line.over == "month"
        value = self.figures[line.id][month - 1 if monthly else 0]
        when = f" in month {month}" if monthly else ""
        head = f"{indent}{line.id} = {_number(value)} {line.unit}{when}"
        if (line.id, month if monthly else 0) in self.seen:
            yield f"{head} (above)"
            return
        self.seen.add((line.id, month if monthly else 0))
        yield f"{head}  [{line.label}]"
        yield f"{indent}{_INDENT}= {line.text}"
        for reason in line.unpriced:
            yield f"{indent}{_INDENT}! no price is known: {reason}"
        for name in dict.fromkeys(self.model.references[line.id]):
            yield from self.part(name, month, indent + _INDENT)

    def part(self, name: Name, month: int, indent: str) -> Iterator[str]:
        if name.id in self.inputs:
            yield from self.assumed(self.inputs[name.id], indent)
            return
        line = self.model.by_id[name.id]
        if name.part == "row":
            row = self.figures[name.id]
            listed = f"{_number(row[0])} in month 1 to {_number(row[-1])} in month {len(row)}, sum {_number(math.fsum(row))}"
            yield f"{indent}{name.id}, every month: {listed} {line.unit}  [{line.label}]; --explain {name.id}@MONTH goes on"
        elif name.part == "previous":
            before = self.figures[name.id][month - 2] if month > 1 else 0.0
            yield f"{indent}{name.id} of the month before = {_number(before)} {line.unit}"
        else:
            yield from self.branch(line, month, indent)

    def assumed(self, a: Assumption, indent: str) -> Iterator[str]:
        spread = "" if a.low == a.high else f" (from {_number(a.low)} to {_number(a.high)})"
        mark = ", a placeholder" if a.is_placeholder else ""
        if (a.id, -1) in self.seen:
            yield f"{indent}{a.id} = {_number(a.value)} {a.unit} (above)"
            return
        self.seen.add((a.id, -1))
        yield f"{indent}{a.id} = {_number(a.value)} {a.unit}{spread}  [{a.label}; {a.basis}{mark}]"
        row = self.prices.get(a.id)
        if row is None:
            yield f"{indent}{_INDENT}source: {a.source or 'none given'}"
            return
        since = f"holds from {row.effective_from}" if row.effective_from else "no day is known from which it holds"
        checked = f", read {row.checked_on}" if row.checked_on else ""
        yield f"{indent}{_INDENT}price row {row.product} {row.meter}: {row.unit_price} {row.currency} per {row.unit}, {since}{checked}"
        yield f"{indent}{_INDENT}{row.confidence}: {row.source}"
        if "Scenario " in a.source or a.basis == "answered":
            yield f"{indent}{_INDENT}source: {a.source}"


def _number(value: float) -> str:
    return "not available" if math.isnan(value) else f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.2f}"
