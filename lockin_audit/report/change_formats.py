"""The changes between two studies as JSON, as tables and as sentences."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from lockin_audit.core.assumption import Assumption
from lockin_audit.finance.changes import Changes, InputChange
from lockin_audit.finance.snapshot import SnapshotPrice
from lockin_audit.report import numbers
from lockin_audit.report.grid import Grid
from lockin_audit.report.markdown_text import escape, grid_section
from lockin_audit.report.words import BASES

SCHEMA: Final = "lockin-audit/compare/1"
_KINDS = {"structure": "shape", "price": "price", "audit": "audit", "assumption": "input"}


class ChangesDocument(Changes):
    """The output of `lockin-audit compare --format json`."""

    schema_: Literal["lockin-audit/compare/1"] = Field(default=SCHEMA, alias="schema")
    """Name and version of this format."""


def changes_json(found: Changes) -> str:
    """The changes as JSON, keys in the order of the records."""
    import json

    data = {"schema": SCHEMA, **found.model_dump(mode="json", by_alias=True)}
    return json.dumps(data, indent=1, ensure_ascii=False, allow_nan=False)


def change_tables(found: Changes) -> tuple[Grid, ...]:
    """Results, drivers of the change, inputs, prices, evidence; tables without rows are left out."""
    currency = found.after.currency

    def money(value: float | None) -> str:
        return "not known" if value is None else numbers.money(value, currency)

    head = Grid(
        f"From {found.before.name} ({found.before.as_of}) to {found.after.name} ({found.after.as_of})",
        ("option", ">total before", ">total after", ">present value before", ">present value after"),
        tuple((o.label, money(o.total_before), money(o.total_after), money(o.npv_before), money(o.npv_after)) for o in found.options),
    )
    drivers = Grid(
        "What explains the change of the saving (present value), largest first",
        ("driver", "kind", ">before", ">after", ">effect"),
        tuple(
            (
                d.label if d.kind == "structure" else f"{d.label} [{d.id}]",
                _KINDS[d.kind],
                "" if d.before is None else numbers.quantity(d.before),
                "" if d.after is None else numbers.quantity(d.after),
                money(d.effect),
            )
            for d in found.explained
        )
        + (() if found.remainder is None else (("Not explained by any driver", "", "", "", money(found.remainder)),))
        + (() if found.saving_change is None else (("Change of the saving", "", "", "", money(found.saving_change)),)),
    )
    inputs = Grid(
        "Inputs that differ",
        ("input", ">before", ">after", "basis", "source now"),
        tuple(
            (f"{i.label} [{i.id}]", _range(i.before), _range(i.after), _basis(i), (i.after or i.before or _NONE).source)
            for i in found.inputs
        ),
    )
    prices = Grid(
        "Price rows that differ",
        ("price", ">before", "holds from", ">after", "holds from"),
        tuple((p.assumption, *_price(p.before), *_price(p.after)) for p in found.prices),
    )
    return tuple(t for t in (head, drivers, inputs, prices, _rebuild(found)) if t.rows)


_NONE = Assumption(id="none", label="", value=0, low=0, high=0, unit="", basis="default")


def _range(a: Assumption | None) -> str:
    if a is None:
        return "none"
    spread = "" if a.low == a.high else f" ({numbers.quantity(a.low)} to {numbers.quantity(a.high)})"
    return numbers.quantity(a.value) + spread


def _basis(change: InputChange) -> str:
    sides = [a for a in (change.before, change.after) if a is not None]
    bases = ["list price" if a.basis == "default" and not a.is_placeholder else BASES[a.basis] for a in sides]
    return bases[0] if len(set(bases)) == 1 else ", then ".join(bases)


def _price(p: SnapshotPrice | None) -> tuple[str, str]:
    return ("none", "") if p is None else (f"{p.unit_price} {p.currency} per {p.unit}", p.effective_from or "no day known")


def _rebuild(found: Changes) -> Grid:
    def days(value: float | None) -> str:
        return "none" if value is None else numbers.quantity(value)

    rows = tuple(
        (r.item, r.workflow, days(r.days_before), days(r.days_after), str(r.sites_before or 0), str(r.sites_after or 0))
        for r in (found.evidence.rebuild if found.evidence else ())
    )
    return Grid(
        "Rebuild list: items that differ", ("item", "workflow", ">days before", ">days after", ">places before", ">places after"), rows
    )


def change_remarks(found: Changes) -> list[str]:
    """The result in sentences, then what differs beside values, then what to keep in mind."""
    a, b, out = found.before, found.after, []
    if found.saving_change is not None:
        was, now, by = (numbers.money(x, b.currency) for x in (a.saving_npv, b.saving_npv, found.saving_change))
        out.append(f"Moving saved {was} in present value and now saves {now}: a change of {by}.")
    chances = [s.simulated.get("probability_owned_cheaper") for s in (a, b)]
    if chances[0] is not None and chances[1] is not None and chances[0] != chances[1]:
        out.append(f"Owning is the cheaper in {numbers.share(chances[1])} of the simulated futures; it was {numbers.share(chances[0])}.")
    if a.payback_month != b.payback_month:
        was, now = (f"in month {m}" if m is not None else "not within the horizon" for m in (a.payback_month, b.payback_month))
        out.append(f"Payback: {was}, then {now}.")
    e = found.evidence
    if e is not None:
        if (e.sites_before, e.leave_days_before) != (e.sites_after, e.leave_days_after):
            days = (numbers.quantity(e.leave_days_before), numbers.quantity(e.leave_days_after))
            found_now = f"The audit found {e.sites_after} places, before {e.sites_before}"
            out.append(f"{found_now}; leaving the runtime takes {days[1]} days, before {days[0]}.")
        out.extend(f"Question {q}: {pair[0]}, then {pair[1]}." for q, pair in e.verdicts.items())
    out.extend(f"{text[0].upper()}{text[1:]}." for text in found.shape)
    if not found.inputs and not found.prices and not found.shape:
        out.append("No input and no price differs.")
    return [*out, *found.notes]


def changes_markdown(found: Changes) -> str:
    """The changes as Markdown."""
    parts = ["# What changed between two studies", "\n".join(f"- {escape(line)}" for line in change_remarks(found))]
    parts.extend(grid_section(table) for table in change_tables(found))
    return "\n\n".join(parts) + "\n"
