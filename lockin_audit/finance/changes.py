"""What changed between two cost studies: results, shape, inputs, prices, and what their audits found."""

from __future__ import annotations

from collections.abc import Mapping

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.errors import AuditError
from lockin_audit.core.record import Record
from lockin_audit.finance.attribution import ORDER_NOTE, Driver, Kind, attributed, kind_of
from lockin_audit.finance.snapshot import Snapshot, SnapshotItem, SnapshotPrice


class InputChange(Record):
    """An input that differs; None on the side that does not have it."""

    id: str
    label: str
    unit: str
    kind: Kind
    before: Assumption | None
    after: Assumption | None


class PriceRowChange(Record):
    """A price row that differs."""

    assumption: str
    before: SnapshotPrice | None
    after: SnapshotPrice | None


class RebuildChange(Record):
    """An item of the rebuild list that differs; days are the likely figure."""

    item: str
    workflow: str
    days_before: float | None
    days_after: float | None
    sites_before: int | None
    sites_after: int | None


class EvidenceChange(Record):
    """What the audits of two studies found; None where one of the files holds no audit."""

    sites_before: int
    sites_after: int
    leave_days_before: float
    leave_days_after: float
    verdicts: dict[str, tuple[str, str]]
    """Question → verdict before and after, where they differ."""
    rebuild: tuple[RebuildChange, ...]


class Side(Record):
    """One of the two studies in short."""

    name: str
    as_of: str
    tool_version: str | None
    scenario: str
    currency: str
    horizon_months: int
    discounting: str
    compared: tuple[str, str] | None
    saving_npv: float | None
    payback_month: int | None
    simulated: dict[str, float | None]


class OptionChange(Record):
    """An option's figures on both sides; None where it is missing or incomplete."""

    id: str
    label: str
    total_before: float | None
    total_after: float | None
    npv_before: float | None
    npv_after: float | None


class Changes(Record):
    """What changed between two studies."""

    before: Side
    after: Side
    options: tuple[OptionChange, ...]
    shape: tuple[str, ...]
    """What differs in the shape of the studies, in words."""
    inputs: tuple[InputChange, ...]
    prices: tuple[PriceRowChange, ...]
    evidence: EvidenceChange | None
    saving_change: float | None
    """Saving (NPV) after less before; None where either has none or the currencies differ."""
    explained: tuple[Driver, ...]
    """Largest effect first; drivers without any are left out."""
    remainder: float | None
    """Part of the change no driver explains; None where nothing could be attributed."""
    notes: tuple[str, ...]


def changes(before: Snapshot, after: Snapshot) -> Changes:
    """Compare two studies."""
    same_money = before.currency == after.currency
    both = before.saving_npv is not None and after.saving_npv is not None and same_money
    moved = after.saving_npv - before.saving_npv if both and after.saving_npv is not None and before.saving_npv is not None else None
    notes: list[str] = []
    drivers: tuple[Driver, ...] = ()
    remainder = None
    if not same_money:
        notes.append(f"The studies are in {before.currency} and {after.currency}: their amounts cannot be subtracted.")
    elif moved is None:
        notes.append(
            "One of the studies has no saving, because it compares no two options or a price is missing: there is no change to explain."
        )
    elif before.compared != after.compared:
        notes.append("The studies compare different options, so their savings are not explained driver by driver.")
    elif before.structure is None or after.structure is None:
        notes.append("A file written by an older version holds no shape of its model: the change cannot be split by driver.")
    else:
        try:
            drivers, remainder = attributed(before, after, moved)
            notes.append(ORDER_NOTE)
        except AuditError as error:
            notes.append(f"The model of one of the studies cannot be made again, so the change is not split by driver: {error}")
    return Changes(
        before=_side(before),
        after=_side(after),
        options=_options(before, after),
        shape=_shape(before, after),
        inputs=_inputs(before, after),
        prices=_prices(before.prices, after.prices),
        evidence=_evidence(before, after),
        saving_change=moved,
        explained=drivers,
        remainder=remainder,
        notes=tuple(notes),
    )


def _side(s: Snapshot) -> Side:
    return Side(**{key: getattr(s, key) for key in Side.model_fields})


def _options(before: Snapshot, after: Snapshot) -> tuple[OptionChange, ...]:
    found = []
    for id in dict.fromkeys([*before.options, *after.options]):
        a, b = before.options.get(id), after.options.get(id)
        label = (b or a or next(iter(before.options.values()))).label
        found.append(
            OptionChange(
                id=id,
                label=label,
                total_before=a.total if a else None,
                total_after=b.total if b else None,
                npv_before=a.npv if a else None,
                npv_after=b.npv if b else None,
            )
        )
    return tuple(found)


def _shape(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """Differences beside values, in words."""
    found = []
    for what, key in (("horizon in months", "horizon_months"), ("discounting", "discounting"), ("scenario", "scenario"),
                      ("currency", "currency"), ("day of the prices", "as_of"), ("version of the tool", "tool_version")):  # fmt: skip
        a, b = getattr(before, key), getattr(after, key)
        if a != b:
            found.append(f"{what}: {a or 'not stated'}, then {b or 'not stated'}")
    for what, a_ids, b_ids in (
        ("option", list(before.options), list(after.options)),
        ("workflow", _workflows(before), _workflows(after)),
    ):
        found += [f"{what} {id} was added" for id in b_ids if id not in a_ids]
        found += [f"{what} {id} was dropped" for id in a_ids if id not in b_ids]
    if before.structure is not None and after.structure is not None:
        a_options, b_options = ({o.id: o for o in s.structure.options} for s in (before, after) if s.structure is not None)
        for id, option in b_options.items():
            other = a_options.get(id)
            if other is not None and other != option:
                keys = [k for k in type(option).model_fields if getattr(option, k) != getattr(other, k)]
                parts = [f"{k} {_said(getattr(other, k))}, then {_said(getattr(option, k))}" for k in keys]
                found.append(f"option {id}: {'; '.join(parts)}")
    return tuple(found)


def _said(value: object) -> str:
    return ", ".join(map(str, value)) or "none" if isinstance(value, tuple) else str(value) or "none"


def _workflows(s: Snapshot) -> list[str]:
    return [w.id for w in s.structure.workflows] if s.structure else []


def _inputs(before: Snapshot, after: Snapshot) -> tuple[InputChange, ...]:
    old, new = ({a.id: a for a in s.assumptions} for s in (before, after))
    found = []
    for id in dict.fromkeys([*new, *old]):
        a, b = old.get(id), new.get(id)
        shown = b or a
        assert shown is not None
        if a is not None and b is not None and all(getattr(a, k) == getattr(b, k) for k in _COMPARED):
            continue
        found.append(InputChange(id=id, label=shown.label, unit=shown.unit, kind=kind_of(shown, a), before=a, after=b))
    return tuple(found)


_COMPARED = ("value", "low", "high", "basis", "distribution", "probability", "source")


def _prices(before: Mapping[str, SnapshotPrice], after: Mapping[str, SnapshotPrice]) -> tuple[PriceRowChange, ...]:
    ids = sorted({*before, *after})
    return tuple(PriceRowChange(assumption=id, before=before.get(id), after=after.get(id)) for id in ids if before.get(id) != after.get(id))


def _evidence(before: Snapshot, after: Snapshot) -> EvidenceChange | None:
    if before.rebuild is None or after.rebuild is None or before.sites is None or after.sites is None:
        return None
    old, new = (_summed(s.rebuild or ()) for s in (before, after))
    items = []
    for key in sorted({*old, *new}):
        a, b = old.get(key), new.get(key)
        if a != b:
            items.append(
                RebuildChange(
                    item=key[0],
                    workflow=key[1],
                    days_before=a[0] if a else None,
                    days_after=b[0] if b else None,
                    sites_before=a[1] if a else None,
                    sites_after=b[1] if b else None,
                )
            )
    asked = sorted({*before.verdicts, *after.verdicts})
    verdicts = {q: (before.verdicts.get(q, "not asked"), after.verdicts.get(q, "not asked")) for q in asked}
    return EvidenceChange(
        sites_before=before.sites,
        sites_after=after.sites,
        leave_days_before=sum(i.days for i in before.rebuild if i.leaves),
        leave_days_after=sum(i.days for i in after.rebuild if i.leaves),
        verdicts={q: pair for q, pair in verdicts.items() if pair[0] != pair[1]},
        rebuild=tuple(items),
    )


def _summed(items: tuple[SnapshotItem, ...]) -> dict[tuple[str, str], tuple[float, int]]:
    """(item, workflow) → days and places; the same item may stand for several runtimes."""
    found: dict[tuple[str, str], tuple[float, int]] = {}
    for i in items:
        days, sites = found.get((i.item, i.workflow), (0.0, 0))
        found[i.item, i.workflow] = (days + i.days, sites + i.sites)
    return found
