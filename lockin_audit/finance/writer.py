"""Writes declared lines out for a workflow, an option or both: names in full, collective names as what they stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lockin_audit.core.assumption import Assumption
from lockin_audit.finance.expression import Call, Expr, Name, Negative, Operation, names, parse
from lockin_audit.finance.lines.declared import Declared
from lockin_audit.finance.model import Line, ModelOption, cell_name
from lockin_audit.finance.pricing import own_money
from lockin_audit.finance.products import slot_of
from lockin_audit.finance.scope import Scope
from lockin_audit.finance.slots import Steps, exchange_id, steps_of, tier_id


class Writer:
    """Writes declared lines out, one after the other.

    Args:
        scope: workflows and options.
        made: takes the lines.
        ids: ids of assumptions; they say which prices have steps.
        known: the inputs, where they are known already. A price agreed in the currency of the study goes into formulas at what it is worth
            in dollars, as what vendors charge is in dollars until it is converted: the rate cancels, and the bill does not move with it.
    """

    def __init__(self, scope: Scope, made: list[Line], ids: Collection[str] = (), known: Iterable[Assumption] = ()) -> None:
        self.scope, self.made, self.ids = scope, made, ids
        known = tuple(known)
        self.own_money = own_money(known, scope.currency)
        self.measured = frozenset(a.id for a in known if a.basis == "measured")
        """Ids of inputs that were measured."""
        self._costs: dict[str, list[Line]] = {}
        self._reach: dict[str, frozenset[str]] = {}

    def add(
        self, declared: Iterable[Declared], group: str, *, option: ModelOption | None = None, workflow: str = "", prefix: str = ""
    ) -> None:
        """Write lines out for one option, one workflow, both, or neither."""
        prefix = prefix or "".join(part + "." for part in (option.id if option else "", workflow) if part)
        for line in declared:
            self._append(line, prefix + line.key, self._written(parse(line.formula), option, workflow), group, option, workflow)

    def joined(self, key: str, group: str, whole: ModelOption) -> None:
        """A cost of a hybrid: that of its parts."""
        parts = [line for part in whole.parts for line in self.costs(part) if line.key == key]
        like = parts[0]
        expr = Call("sum", tuple(Name(line.id) for line in parts))
        self._append(Declared(key, like.label, "money", "", "month", "cost", like.behaviour), f"{whole.id}.{key}", expr, group, whole, "")

    def costs(self, option: ModelOption) -> tuple[Line, ...]:
        """Cost lines of an option, or of a part, written so far."""
        return tuple(self._costs.get(option.id, ()))

    def steps(self, slot: str, option: ModelOption) -> Steps | None:
        """Steps of the price an option's formulas call `price.<slot>`."""
        return steps_of(slot_of(slot, option).id(option.model), self.ids)

    def reaches(self, line: Line) -> frozenset[str]:
        """Ids of everything a line rests on, directly or not."""
        return self._reach[line.id]

    def _append(self, line: Declared, id: str, expr: Expr, group: str, option: ModelOption | None, workflow: str) -> None:
        part = option is not None and bool(option.whole)
        made = Line(
            id=id,
            label=line.label,
            unit=line.unit.replace("money", self.scope.currency),
            expr=expr,
            over=line.over,
            kind="working" if part and line.kind == "cost" else line.kind,
            group=group,
            option=(option.whole or option.id) if option else "",
            workflow=workflow,
            behaviour=line.behaviour,
            output=_output(id) if line.output else "",
        )
        self.made.append(made)
        used = {name.id for name in names(expr)}
        self._reach[id] = frozenset(used).union(*(self._reach.get(i, frozenset()) for i in used))
        if option is not None and line.kind == "cost":
            self._costs.setdefault(option.id, []).append(made)

    def _written(self, expr: Expr, option: ModelOption | None, workflow: str) -> Expr:
        """A declared formula with names in full, and collective names inside `sum` as what they stand for."""
        match expr:
            case Name(id, part):
                name = Name(self._full(id, option, workflow), part)
                return Operation("/", name, Name(exchange_id(self.scope.currency))) if name.id in self.own_money else name
            case Negative(of):
                return Negative(self._written(of, option, workflow))
            case Operation(sign, left, right):
                return Operation(sign, self._written(left, option, workflow), self._written(right, option, workflow))
            case Call(function, declared):
                arguments: list[Expr] = []
                for argument in declared:
                    members = self._members(argument.id, option) if function == "sum" and isinstance(argument, Name) else None
                    arguments += [self._written(argument, option, workflow)] if members is None else [Name(id) for id in members]
                return Call(function, tuple(arguments))
            case _:
                return expr

    def _full(self, id: str, option: ModelOption | None, workflow: str) -> str:
        """The id behind a declared name."""
        head, dot, rest = id.partition(".")
        if not dot:
            return id
        if head == "w":
            return self._sessions(option, workflow) if rest == "sessions" else f"{workflow}.{rest}"
        if head in ("before", "after") and self.scope.compared:
            return f"{self.scope.compared[head == 'after']}.{rest}"
        if option is None:
            return id
        if head == "o":
            return f"{option.id}.{rest}"
        if head == "moved":
            return f"{option.whole}.owned.{rest}"
        if head == "ow":
            return f"{option.id}.{workflow}.{rest}"
        if head in ("price", "tier"):
            slot, _, what = rest.partition(".")
            price = slot_of(slot, option).id(option.model)
            return tier_id(price, what) if head == "tier" else f"{price}.{what}" if what else price
        current = self.scope.current(option) if head == "current" else None
        return f"{current.id}.{rest}" if current else id

    def _sessions(self, option: ModelOption | None, workflow: str) -> str:
        """Sessions of a workflow that an option runs: in a hybrid's managed part fewer and fewer of those that leave it."""
        fades = option is not None and workflow in option.leaving and f"{option.id}.{workflow}.sessions" in self._reach
        return f"{option.id}.{workflow}.sessions" if option is not None and fades else f"{workflow}.sessions"

    def _members(self, id: str, option: ModelOption | None) -> list[str] | None:
        """What a collective name inside `sum` stands for; None where it is an ordinary name."""
        head, _, rest = id.partition(".")
        if head == "workflows":
            if rest == "sessions":
                return [self._sessions(option, w) for w in (option.workflows if option else self.scope.workflows)]
            return [f"{w}.{rest}" for w in (option.workflows if option else self.scope.workflows)]
        if option is None:
            return None
        if head == "parts":
            return [f"{part.id}.{rest}" for part in option.parts]
        if head == "all":
            return [f"{option.id}.{w}.{rest}" for w in option.workflows]
        if id in ("fixed.costs", "volume.costs"):
            return [line.id for line in self.costs(option) if line.behaviour == head]
        return None


def _output(id: str) -> str:
    """Defined name of a headline result: `out_<option>_npv`, `out_saving_npv`, `out_payback_month`."""
    owner, _, key = id.rpartition(".")
    return f"out_{key}" if owner == "saving" and key not in ("npv", "total") else f"out_{cell_name(id)}"
