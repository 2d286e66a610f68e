"""The model as data: assumptions and lines, in an order in which each line needs only those before it.

A sheet lays it out so:

* one input cell per assumption, named `in_<id, dots and hyphens as underscores>` (`input_name`);
* `once` lines: one cell each. Those that need no monthly line (`Model.workings`) stand before the months, those that read whole rows
  (`Model.results`) after them; a result with an `output` is the defined name of its cell;
* `month` lines: one row each, one column per month, months 1 to `horizon` from left to right, with one column left free before month 1
  (the opening column, empty: last month of month 1 is nothing, 0). The formula is the same in every column.

`to_excel(line.expr, resolve)` writes the formula; `resolve(name)` gives for part `value` the input's defined name, the absolute cell of a
`once` line or the same-column cell of a `month` line, for `previous` the cell one column to the left, for `row` the absolute range over
months 1 to horizon. Scenarios are applied to the inputs before any line sees them (`scenario.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.errors import DataError
from lockin_audit.finance.expression import Expr, Name, names, to_text

Over = Literal["once", "month"]
Kind = Literal["working", "cost", "subtotal", "memo", "result"]
Behaviour = Literal["", "fixed", "volume"]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the model."""

    id: str
    """Dotted id; an option's lines begin with the option id, a workflow's with the workflow id."""
    label: str
    """What it is, for a reader of the sheet."""
    unit: str
    """`USD`, `sessions`, `tokens/session` …"""
    expr: Expr
    over: Over = "month"
    """`month`: one value per month; `once`: one value."""
    kind: Kind = "working"
    """`cost`: a part of an option's cost; `subtotal`: sums of those; `memo`: shown but in no total; `result`: a headline figure."""
    group: str = ""
    """Heading it stands under."""
    option: str = ""
    """Option it belongs to; empty for lines all options share."""
    workflow: str = ""
    """Workflow it belongs to; empty for lines over all."""
    behaviour: Behaviour = ""
    """For costs: `volume` is nothing at zero sessions, `fixed` does not depend on them. The break-even volume rests on this."""
    output: str = ""
    """Defined name of the cell, for headline results."""
    unpriced: tuple[str, ...] = ()
    """Ids of prices nobody publishes; the line then counts 0 and every total over it is incomplete."""

    @property
    def key(self) -> str:
        """Last part of the id."""
        return self.id.rpartition(".")[2]

    @property
    def text(self) -> str:
        """The formula in the formula language."""
        return to_text(self.expr)


@dataclass(frozen=True, slots=True)
class ModelOption:
    """One way to run the agents, as the model sees it."""

    id: str
    kind: Literal["managed", "owned", "hybrid"]
    label: str
    product: str
    """Price product of a managed option; empty for an owned or hybrid one."""
    model: str
    """Model whose token prices apply, `provider/model`."""
    workflows: tuple[str, ...]
    """Ids of the workflows it covers."""
    portable: bool = False
    """Whether a managed option keeps its specification in a portable form."""
    defer_months: int = 0
    """Months by which the work on an owned option is put off."""
    parts: tuple[ModelOption, ...] = ()
    """Of a hybrid: its owned part, then its managed part, each with inputs of its own. Their lines belong to the whole."""
    whole: str = ""
    """Of a part: id of the option it is a part of."""
    leaving: tuple[str, ...] = ()
    """Of the managed part of a hybrid: workflows that leave it when the owned part is in service."""

    @property
    def leaves(self) -> tuple[ModelOption, ...]:
        """The parts, or the option itself where it has none."""
        return self.parts or (self,)


@dataclass(frozen=True)
class Model:
    """A whole cost model. Pure data: it holds no values but those of the assumptions."""

    assumptions: tuple[Assumption, ...]
    lines: tuple[Line, ...]
    options: tuple[ModelOption, ...]
    workflows: Mapping[str, str]
    """Workflow id → name."""
    horizon: int
    """Months."""
    discounting: Literal["mid", "end", "annual-end"]
    compared: tuple[str, str] | None
    """Option ids of the comparison, from and to; None where there are not two."""

    def __post_init__(self) -> None:
        known: dict[str, str] = {a.id: "input" for a in self.assumptions}
        for line in self.lines:
            if line.id in known:
                raise DataError(
                    "cost model", f"{line.id!r} is declared twice.", "Rename the workflow or option that bears a name of the model."
                )
            for name in self.references[line.id]:
                over = line.over if name.id == line.id and name.part == "previous" else known.get(name.id)
                if over is None:
                    raise DataError("cost model", f"line {line.id!r} uses {name.id!r}, which is not declared before it.")
                if (name.part != "value" and over != "month") or (name.part == "value" and over == "month" and line.over == "once"):
                    raise DataError("cost model", f"line {line.id!r} uses {name.id!r} in the wrong way ({name.part} of {over}).")
            known[line.id] = line.over

    @cached_property
    def by_id(self) -> Mapping[str, Line]:
        """Lines by id."""
        return {line.id: line for line in self.lines}

    @cached_property
    def references(self) -> Mapping[str, tuple[Name, ...]]:
        """Line id → what its formula refers to."""
        return {line.id: names(line.expr) for line in self.lines}

    @cached_property
    def inputs(self) -> Mapping[str, Assumption]:
        """Assumptions by id."""
        return {a.id: a for a in self.assumptions}

    @cached_property
    def plans(self) -> dict[frozenset[str] | None, Any]:
        """Working plans that `evaluate.py` keeps here, by the lines wanted."""
        return {}

    @cached_property
    def workers(self) -> dict[str, Any]:
        """What works single lines out, kept here by `evaluate.py` for the plans to share."""
        return {}

    @property
    def months(self) -> tuple[Line, ...]:
        """Lines with one value per month."""
        return tuple(line for line in self.lines if line.over == "month")

    @cached_property
    def workings(self) -> tuple[Line, ...]:
        """Single values that need no monthly line."""
        return tuple(line for line in self.lines if line.over == "once" and line.id not in self._after)

    @cached_property
    def results(self) -> tuple[Line, ...]:
        """Single values that read whole rows, directly or through another."""
        return tuple(line for line in self.lines if line.id in self._after)

    @cached_property
    def _after(self) -> frozenset[str]:
        found: set[str] = set()
        for line in self.lines:
            if line.over == "once" and any(n.part == "row" or n.id in found for n in self.references[line.id]):
                found.add(line.id)
        return frozenset(found)

    def costs(self, option: str) -> tuple[Line, ...]:
        """The cost lines of an option; they add up to its line `<option>.cost`."""
        return tuple(line for line in self.lines if line.kind == "cost" and line.option == option)

    def option(self, id: str) -> ModelOption:
        """The option of that id."""
        return next(o for o in self.options if o.id == id)


def cell_name(id: str) -> str:
    """An id as part of a defined name: dots and hyphens as underscores."""
    return id.replace(".", "_").replace("-", "_")


def input_name(id: str) -> str:
    """Defined name of an assumption's cell: `in_` + its id."""
    return "in_" + cell_name(id)
