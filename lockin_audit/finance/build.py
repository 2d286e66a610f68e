"""From declared lines to a model: each line written out for its workflow and option, nothing used before it is known."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config
from lockin_audit.finance.expression import Number, names
from lockin_audit.finance.lines import result, routing, work
from lockin_audit.finance.lines.declared import Declared
from lockin_audit.finance.lines.levers import levers
from lockin_audit.finance.lines.options import write_option
from lockin_audit.finance.model import Line, Model
from lockin_audit.finance.scope import Scope, study_scope
from lockin_audit.finance.writer import Writer


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
    written = declare(scope, config.cost.discounting, known, assumptions)
    lines = [_priced(line, known) for line in written]
    used = {name.id for line in written for name in names(line.expr)}
    return Model(
        assumptions=tuple(a for a in assumptions if a.id in used),
        lines=tuple(lines),
        options=scope.options,
        workflows=scope.workflows,
        horizon=config.cost.horizon_months,
        discounting=config.cost.discounting,
        compared=scope.compared,
    )


def declare(scope: Scope, discounting: str, ids: Collection[str] = (), known: Sequence[Assumption] = ()) -> tuple[Line, ...]:
    """Every line of the study, in order.

    Args:
        scope: workflows and options.
        discounting: convention.
        ids: ids of assumptions somebody has set, or of all there are: they say which levers are on and which prices have steps.
        known: the inputs, where they are known already: they say which prices are in the currency of the study, and what was measured.
    """
    found = levers(scope.workflows, ids)
    made: list[Line] = []
    writer = Writer(scope, made, ids, known)
    writer.add(work.time(discounting, scope.currency), "Time, discounting and prices")
    if "routing" in found.study:
        writer.add(routing.SHARED, "Routing to a cheaper model")
    for id, name in scope.workflows.items():
        own = found.of(id)
        writer.add((*work.SESSION, *_tokens(own)), f"{name}: work of one session", workflow=id)
        if "routing" in found.study:
            writer.add((*routing.CHANGES, *_contexts(own), *routing.WRITTEN_AGAIN), f"{name}: changes of model", workflow=id)
        sessions = (*work.SEASON, work.SEASONAL_SESSIONS) if "season" in own else (work.SESSIONS,)
        writer.add((*sessions, *work.VOLUME), f"{name}: volume", workflow=id)
    writer.add(work.ALL_VOLUME, "Volume")
    writer.add(work.BOARD, "The board's question: another vendor's model")
    for option in sorted(scope.options, key=lambda o: o.kind != "managed"):
        write_option(writer, option, found)
    if scope.compared:
        writer.add(result.SAVING, "Saving of the move", prefix="saving.")
    return tuple(made)


def _tokens(found: frozenset[str]) -> tuple[Declared, ...]:
    """How the tokens of one attempt are known: measured goes before modelled."""
    if "measured" in found:
        return (*work.MEASURED, *(work.MEASURED_1H if "measured_1h" in found else ()))
    return work.COMPACTED if "compaction" in found else work.STEPS


def _contexts(found: frozenset[str]) -> tuple[Declared, ...]:
    return routing.ESTIMATED if found & {"measured", "compaction"} else routing.GROWING


def _priced(line: Line, known: set[str]) -> Line:
    """The line, or where one of its prices is unknown the line at 0 that says so."""
    missing = tuple(sorted({n.id for n in names(line.expr) if n.id.startswith("price.") and n.id not in known}))
    return replace(line, expr=Number(Decimal(0)), unpriced=missing) if missing else line
