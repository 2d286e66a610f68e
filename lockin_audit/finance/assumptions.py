"""The one place where the inputs of a study come together: shipped defaults, price book, audit, config, command line, in rising rank."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pydantic import ValidationError

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.audit import Audit, Days
from lockin_audit.core.config import AssumptionConfig, Config
from lockin_audit.core.data_files import explain_validation
from lockin_audit.core.errors import DataError
from lockin_audit.finance.build import declare
from lockin_audit.finance.contracts import contracts
from lockin_audit.finance.distribution import counted
from lockin_audit.finance.expression import names
from lockin_audit.finance.lock_in import with_growth
from lockin_audit.finance.model import input_name
from lockin_audit.finance.pricing import priced
from lockin_audit.finance.products import option_templates
from lockin_audit.finance.result import PriceUsed
from lockin_audit.finance.scope import Scope, study_scope
from lockin_audit.finance.slots import Template, exchange_id, shipped

if TYPE_CHECKING:
    from lockin_audit.prices.book import PriceBook

_RANGED = ("lognormal", "pert", "triangular")


@dataclass(frozen=True, slots=True)
class Resolved:
    """The inputs of a study and what stands behind its prices."""

    assumptions: tuple[Assumption, ...]
    prices: tuple[PriceUsed, ...]
    unpriced: Mapping[str, str]
    """Id of a price that is not known → why."""
    ignored: tuple[str, ...]
    """Ids set in the config that this study does not use."""
    notes: tuple[str, ...] = ()
    """What the history of audits does not show, in words."""


def resolve_assumptions(
    config: Config, audit: Audit | None, book: PriceBook, as_of: date, sets: Mapping[str, float] | None = None
) -> Resolved:
    """Every input the study's lines use, with value, range and origin.

    Args:
        config: what the owner says.
        audit: supplies the days of the rebuild list, as measured.
        book: prices.
        as_of: day at which prices are read.
        sets: assumption id → value from the command line; certain, so its range is the value.
    Raises:
        DataError: an id nobody knows (with close matches), or a value out of bounds.
    """
    sets = sets or {}
    scope = study_scope(config, audit)
    said = {id: _table(value, f"assumptions: {id}") for id, value in config.assumptions.items()}
    given = {id: _table(value, f"--set {id}", "--set") for id, value in sets.items()}
    extra = contracts(scope, config, book, as_of)
    asked = {id for scenario in config.scenarios for id in (*scenario.set, *scenario.multiply)}
    written = declare(scope, config.cost.discounting, {*said, *sets, *asked, *extra})
    lines = {line.id for line in written}
    used = {name.id for line in written for name in names(line.expr)} - lines
    defaults = [_in_currency(a, extra.get(exchange_id(scope.currency))) for a in _defaults(scope)]
    found = {a.id: a for a in (*defaults, *extra.values()) if a.id in used}
    for id, assumption in _from_audit(scope, audit).items():
        if id in found:
            found[id] = assumption(found[id])
    growth = with_growth(found, [o.id for o in scope.leaves if o.kind != "owned"], config, audit, as_of)
    for option in scope.leaves:
        if option.defer_months:
            id = f"{option.id}.defer_months"
            found[id] = _changed(found[id], AssumptionConfig(value=option.defer_months, source="defer_months of the option"), id)
    if config.team.engineers and "board.engineers" in found:
        people = AssumptionConfig(value=config.team.engineers, source="[team] engineers of the config")
        found["board.engineers"] = _changed(found["board.engineers"], people, "[team] engineers")
    prices = priced(scope, used - found.keys(), book, as_of)
    found |= prices.assumptions
    _check_names([*found, *prices.unpriced])
    known = [a.id for a in defaults]
    possible = {*found, *prices.unpriced, *known}
    ignored = tuple(sorted(id for id in said if id not in used and id in possible))
    for where, values in (("assumptions", said), ("--set", given)):
        for id, value in values.items():
            if id in ignored and where == "assumptions":
                continue
            if id in possible and id not in used:
                raise DataError(f"{where}: {id}", "is not used by any option of this study.", "Remove it, or set what uses it.")
            if id not in used:
                raise unknown(f"{where}: {id}", id, possible)
            found[id] = _changed(found.get(id) or prices.blank(id), value, f"{where}: {id}")
    order = {id: n for n, id in enumerate([*known, *sorted(used.difference(known))])}
    return Resolved(
        assumptions=tuple(counted(a, config.cost.horizon_months) for a in sorted(found.values(), key=lambda a: order[a.id])),
        prices=prices.used,
        unpriced={id: why for id, why in prices.unpriced.items() if id not in found},
        ignored=ignored,
        notes=(growth,) if growth else (),
    )


def unknown(where: str, id: str, known: Iterable[str]) -> DataError:
    """The error for an id that is no assumption of this study, with those that look like it."""
    known = sorted(known)
    near = difflib.get_close_matches(id, known, n=3, cutoff=0.5) or [k for k in known if k.endswith("." + id.rpartition(".")[2])][:3]
    hint = f"Close: {', '.join(near)}." if near else "`lockin-audit cost --format json` lists the ids."
    return DataError(where, "is not an assumption of this study.", hint)


def _table(value: AssumptionConfig | float | int, where: str, source: str = "") -> AssumptionConfig:
    if isinstance(value, AssumptionConfig):
        return value
    if not math.isfinite(value):
        raise DataError(where, f"{value} is not a number.", "Write a plain number.")
    return AssumptionConfig(value=value, source=source)


def _defaults(scope: Scope) -> list[tuple[Template, Assumption]]:
    """All templates written out, in the order of the data file: workflows first, then options, then what all share."""
    templates = shipped().assumptions
    made = [_written(t, id, f"{name}: ") for id, name in scope.workflows.items() for t in templates if t.id.startswith("w.")]
    made += [_written(t, o.id, f"{o.label}: ") for o in scope.leaves for t in option_templates(o)]
    return made + [_written(t, "", "") for t in templates if t.id[:2] not in ("w.", "o.")]


def _written(template: Template, owner: str, prefix: str) -> tuple[Template, Assumption]:
    id = f"{owner}.{template.id[2:]}" if owner else template.id
    fields = template.model_dump(exclude={"id", "kind", "label", "own_money", "dated"})
    dated = template.dated or shipped().dated
    return template, Assumption(id=id, label=prefix + template.label, dated=dated, **fields)


def _in_currency(default: tuple[Template, Assumption], rate: Assumption | None) -> Assumption:
    """A default; what is not paid to vendors is converted from dollars to the currency of the study."""
    template, assumption = default
    if rate is None or not template.own_money:
        return assumption
    currency = rate.unit.partition("/")[0]
    source = f"{assumption.source} Converted from dollars at {rate.value:.4g} {currency}; state your own."
    changes = {key: getattr(assumption, key) * rate.value for key in ("low", "value", "high")}
    return assumption.model_copy(update={**changes, "unit": assumption.unit.replace("USD", currency), "source": source})


class _Effort:
    """Replaces a default number of days by what the audit found."""

    def __init__(self, days: Days, what: str) -> None:
        self.days, self.what = days, what

    def __call__(self, default: Assumption) -> Assumption:
        days = {"low": self.days.low, "value": self.days.likely, "high": self.days.high}
        return default.model_copy(update={**days, "basis": "measured", "source": f"Rebuild list of this audit: {self.what}."})


def _from_audit(scope: Scope, audit: Audit | None) -> dict[str, _Effort]:
    if audit is None or not audit.rebuild:
        return {}
    found: dict[str, _Effort] = {}
    for option in scope.leaves:
        kept = [w for w in option.workflows if w not in option.leaving]
        for key, trigger, what in _EFFORTS:
            if key == "exit_days" and option.kind == "owned":
                continue
            items = [i for i in audit.rebuild if trigger in i.triggers and (not i.workflow or i.workflow in kept)]
            days = sum((i.days for i in items), Days(low=0, likely=0, high=0))
            if items and days.likely > 0:
                found[f"{option.id}.{key}"] = _Effort(days, f"{what}, {len(items)} item{'s' if len(items) > 1 else ''}")
    return found


_EFFORTS = (
    ("migration_days", "leave_runtime", "leaving the runtime"),
    ("exit_days", "leave_runtime", "leaving the runtime"),
    ("swap_days", "swap_model", "changing the model"),
)


def _changed(base: Assumption, value: AssumptionConfig, where: str) -> Assumption:
    low = value.low if value.low is not None else value.value
    high = value.high if value.high is not None else value.value
    for number in (low, value.value, high):
        if not math.isfinite(number):
            raise DataError(where, f"{number} is not a number.", "Write a plain number.")
    distribution = value.distribution or (base.distribution if base.distribution in _RANGED else "fixed" if low == high else "pert")
    if distribution == "lognormal" and low <= 0 < high:
        raise DataError(where, "a lognormal range must lie above 0.", "Raise low, or set distribution to pert.")
    fields = base.model_dump() | {
        "value": value.value, "low": low, "high": high, "basis": value.basis, "source": value.source or "config",
        "distribution": distribution, "probability": value.probability, "dated": None,
    }  # fmt: skip
    try:
        return Assumption.model_validate(fields)
    except ValidationError as error:
        fault = explain_validation(where, error)
        raise DataError(
            where, fault.problem, f"Found: {value.value:g}." if low == high else f"Found: {low:g}, {value.value:g}, {high:g}."
        ) from None


def _check_names(ids: Sequence[str]) -> None:
    seen: dict[str, str] = {}
    for id in ids:
        other = seen.setdefault(input_name(id), id)
        if other != id:
            raise DataError(
                "config", f"assumptions {other!r} and {id!r} would share one cell of the workbook.", "Rename a workflow or option."
            )
