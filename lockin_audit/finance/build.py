"""From declared lines to a model: each line written out for its workflow and option, nothing used before it is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config
from lockin_audit.finance.expression import Call, Expr, Name, Negative, Number, Operation, names, parse
from lockin_audit.finance.lines import option as lines
from lockin_audit.finance.lines import result, work
from lockin_audit.finance.lines.declared import Declared
from lockin_audit.finance.model import Line, Model, ModelOption, cell_name
from lockin_audit.finance.products import price_id, products
from lockin_audit.finance.scope import Scope, study_scope


def build_model(config: Config, assumptions: Sequence[Assumption], audit: Audit | None = None) -> Model:
    """The cost model of a study.

    Args:
        config: workflows, options, horizon, discounting.
        assumptions: what `resolve_assumptions` gave. A price that is missing here leaves its lines unpriced.
        audit: names the workflows and the runtime where the config does not.
    Raises:
        DataError: an unknown product, or ids that collide with words of the model.
    """
    scope = study_scope(config, audit)
    known = {a.id for a in assumptions}
    written = declare(
        scope,
        config.cost.discounting,
        measured={w for w in scope.workflows if f"{w}.measured_input_tokens" in known},
        seasonal={w for w in scope.workflows if f"{w}.busy_factor" in known},
    )
    lines_ = [_priced(line, known) for line in written]
    used = {name.id for line in written for name in names(line.expr)}
    return Model(
        assumptions=tuple(a for a in assumptions if a.id in used),
        lines=tuple(lines_),
        options=scope.options,
        workflows=scope.workflows,
        horizon=config.cost.horizon_months,
        discounting=config.cost.discounting,
        compared=scope.compared,
    )


def declare(scope: Scope, discounting: str, *, measured: Iterable[str] = (), seasonal: Iterable[str] = ()) -> tuple[Line, ...]:
    """Every line of the study, in order.

    Args:
        scope: workflows and options.
        discounting: convention.
        measured: workflows whose tokens are measured rather than modelled.
        seasonal: workflows with a busy season.
    """
    measured, seasonal = set(measured), set(seasonal)
    made: list[Line] = []
    writer = _Writer(scope, made)
    writer.add(work.time(discounting), "Time, discounting and prices")
    for id, name in scope.workflows.items():
        tokens = work.MEASURED if id in measured else work.STEPS
        writer.add((*work.SESSION, *tokens), f"{name}: work of one session", workflow=id)
        sessions = (*work.SEASON, work.SEASONAL_SESSIONS) if id in seasonal else (work.SESSIONS,)
        writer.add((*sessions, *work.VOLUME), f"{name}: volume", workflow=id)
    writer.add(work.ALL_VOLUME, "Volume")
    writer.add(work.BOARD, "The board's question: another vendor's model")
    for option in sorted(scope.options, key=lambda o: o.kind == "owned"):
        writer.option(option)
    if scope.compared:
        writer.add(result.SAVING, "Saving of the move", prefix="saving.")
    return tuple(made)


class _Writer:
    """Writes declared lines out, one after the other."""

    def __init__(self, scope: Scope, made: list[Line]) -> None:
        self.scope, self.made = scope, made

    def option(self, option: ModelOption) -> None:
        """All lines of one option."""
        product = products()[option.product] if option.product else None
        tokens = product is None or product.bills_tokens
        meters = product.meters if product else ()
        by_workflow = [*lines.PEOPLE_BY_WORKFLOW]
        costs: list[Declared] = []
        if tokens:
            by_workflow.append(lines.TOKENS_BY_WORKFLOW)
            costs.append(lines.TOKENS)
            if product is None or not product.searches_itself:
                by_workflow.append(lines.SEARCH_BY_WORKFLOW)
                costs.append(lines.SEARCH)
        if product is None:
            by_workflow += lines.OWNED_BY_WORKFLOW
            costs += lines.OWNED
        elif product.billing == "credits":
            by_workflow.append(lines.CREDITS_BY_WORKFLOW)
            costs += lines.CREDITS
        for meter in meters:
            by_workflow += lines.meter_by_workflow(meter)
            costs.append(lines.meter(meter))
        self.add(lines.COMMON_ONCE if product else (*lines.COMMON_ONCE, *lines.OWNED_ONCE), f"{option.label}: unit costs", option=option)
        self.add(lines.MANAGED_START if product else lines.OWNED_START, f"{option.label}: start", option=option)
        for id in option.workflows:
            place = f"{option.label}: {self.scope.workflows[id]}"
            if tokens:
                self.add(lines.TOKEN_COST, place, option=option, workflow=id)
            self.add(by_workflow, place, option=option, workflow=id)
        costs += lines.COMMON
        if option.portable:
            costs += (*lines.PORTABLE, lines.PORTABLE_FORCED_EXIT)
        elif product:
            costs += lines.FORCED_EXIT
        else:
            costs += lines.OWNED_ONE_OFF
            if self.scope.current(option) is not None:
                costs += lines.CURRENT
        self.add(costs, f"{option.label}: monthly cost", option=option)
        self.add(lines.SUBTOTALS, f"{option.label}: totals", option=option)
        leaves = product is not None and len(product.providers) == 1
        exit_work = lines.PORTABLE_EXIT_WORK if option.portable else lines.EXIT_WORK
        switch = lines.SWITCH_LEAVES if leaves else lines.SWITCH_SWAPS
        self.add((lines.EXIT_FACTOR, exit_work, lines.EXIT_COST, switch, lines.SWITCH), f"{option.label}: leaving", option=option)
        self.add((*result.OPTION, *result.BOARD), f"{option.label}: results", option=option)
        if tokens:
            self.add([result.BOARD_TOKENS], f"{option.label}: results", option=option)

    def add(
        self, declared: Iterable[Declared], group: str, *, option: ModelOption | None = None, workflow: str = "", prefix: str = ""
    ) -> None:
        """Write lines out for one option, one workflow, both, or neither."""
        prefix = prefix or "".join(part + "." for part in (option.id if option else "", workflow) if part)
        for line in declared:
            id = prefix + line.key
            expr = self._written(parse(line.formula), option, workflow)
            self.made.append(
                Line(
                    id=id,
                    label=line.label,
                    unit=line.unit,
                    expr=expr,
                    over=line.over,
                    kind=line.kind,
                    group=group,
                    option=option.id if option else "",
                    workflow=workflow,
                    behaviour=line.behaviour,
                    output=_output(id) if line.output else "",
                )
            )

    def _written(self, expr: Expr, option: ModelOption | None, workflow: str) -> Expr:
        """A declared formula with names in full, and collective names inside `sum` as what they stand for."""
        match expr:
            case Name(id, part):
                return Name(self._full(id, option, workflow), part)
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
            return f"{workflow}.{rest}"
        if head in ("before", "after") and self.scope.compared:
            return f"{self.scope.compared[head == 'after']}.{rest}"
        if option is None:
            return id
        if head == "o":
            return f"{option.id}.{rest}"
        if head == "ow":
            return f"{option.id}.{workflow}.{rest}"
        if head == "price":
            return price_id(rest, option)
        current = self.scope.current(option) if head == "current" else None
        return f"{current.id}.{rest}" if current else id

    def _members(self, id: str, option: ModelOption | None) -> list[str] | None:
        """What a collective name inside `sum` stands for; None where it is an ordinary name."""
        head, _, rest = id.partition(".")
        if head == "workflows":
            return [f"{w}.{rest}" for w in (option.workflows if option else self.scope.workflows)]
        if option is None:
            return None
        if head == "all":
            return [f"{option.id}.{w}.{rest}" for w in option.workflows]
        if id in ("fixed.costs", "volume.costs"):
            return [line.id for line in self.made if line.option == option.id and line.kind == "cost" and line.behaviour == head]
        return None


def _output(id: str) -> str:
    """Defined name of a headline result: `out_<option>_npv`, `out_saving_npv`, `out_payback_month`."""
    owner, _, key = id.rpartition(".")
    return f"out_{key}" if owner == "saving" and key not in ("npv", "total") else f"out_{cell_name(id)}"


def _priced(line: Line, known: set[str]) -> Line:
    """The line, or where one of its prices is unknown the line at 0 that says so."""
    missing = tuple(sorted({n.id for n in names(line.expr) if n.id.startswith("price.") and n.id not in known}))
    return replace(line, expr=Number(Decimal(0)), unpriced=missing) if missing else line
