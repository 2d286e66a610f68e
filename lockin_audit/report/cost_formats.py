"""A cost study as data: the JSON document of the command-line contract, CSV of every month, tables for terminal and Markdown."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from lockin_audit.finance.result import CostStudy, OptionResult
from lockin_audit.report import numbers
from lockin_audit.report.audit_csv import inert
from lockin_audit.report.audit_markdown import plain
from lockin_audit.report.words import BASES

SCHEMA = "lockin-audit/cost/1"
_BARS = 10


class Table(NamedTuple):
    """One table; a column whose name begins with `>` holds numbers."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def cost_document(study: CostStudy) -> dict[str, Any]:
    """The study as `cost --format json` prints it; what is not known is null, with the reason in `notes`, `unpriced` or `warnings`."""
    return {
        "schema": SCHEMA,
        "as_of": study.as_of.isoformat(),
        "currency": study.currency,
        "horizon_months": study.horizon_months,
        "scenario": study.scenario,
        "discounting": study.discounting,
        "assumptions": [
            {
                "id": a.id,
                "value": a.value,
                "low": a.low,
                "high": a.high,
                "unit": a.unit,
                "basis": a.basis,
                "source": a.source,
                "label": a.label,
                "distribution": a.distribution,
                "probability": a.probability,
            }
            for a in study.assumptions
        ],
        "options": {id: _option(o) for id, o in study.options.items()},
        "comparison": _comparison(study),
        "tornado": [
            {"id": b.id, "low": b.low, "high": b.high, "input_low": b.input_low, "input_high": b.input_high} for b in study.tornado
        ],
        "simulation": _simulation(study),
        "regret": {
            "scenarios": list(study.regret.scenarios) if study.regret else [],
            "options": {id: list(row) for id, row in study.regret.regret.items()} if study.regret else {},
            "npv": {id: list(row) for id, row in study.regret.npv.items()} if study.regret else {},
        },
        "prices": [p.model_dump(mode="json") for p in study.prices],
        "warnings": list(study.warnings),
        "board": study.board.model_dump(mode="json") if study.board else None,
        "price_book": study.price_book,
        "token_prices": study.token_prices,
    }


def _option(o: OptionResult) -> dict[str, Any]:
    """One option; with a price missing its totals are null and `priced_total` is the sum of the rest."""
    whole = not o.unpriced
    return {
        "label": o.label,
        "total": o.total if whole else None,
        "npv": o.npv if whole else None,
        "monthly": [x if whole else None for x in o.monthly],
        "lines": {key: [None if key in o.unpriced_lines else x for x in row] for key, row in o.lines.items()},
        "cost_per_session": o.cost_per_session if whole else None,
        "cost_per_outcome": o.cost_per_outcome if whole else None,
        "exit_liability": o.exit_liability,
        "kind": o.kind,
        "line_labels": dict(o.line_labels),
        "priced_total": o.total,
        "unpriced": list(o.unpriced),
        "annual_equivalent": o.annual_equivalent if whole else None,
        "exit_cost_by_month": list(o.exit_cost_by_month),
        "volatility": o.volatility.model_dump(mode="json") if o.volatility and whole else None,
        "workflows": {id: w.model_dump(mode="json") for id, w in o.workflows.items()} if whole else {},
    }


def _comparison(study: CostStudy) -> dict[str, Any]:
    c = study.comparison
    return {
        "from": c.from_ if c else None,
        "to": c.to if c else None,
        "saving_npv": c.saving_npv if c else None,
        "saving_total": c.saving_total if c else None,
        "payback_month": c.payback_month if c else None,
        "discounted_payback_month": c.discounted_payback_month if c else None,
        "sustained_payback_month": c.sustained_payback_month if c else None,
        "irr_annual": c.irr_annual if c else None,
        "break_even_sessions": list(c.break_even_sessions) if c else None,
        "notes": list(c.notes) if c else [_NO_COMPARISON],
    }


_NO_COMPARISON = "No comparison: there are not two options to compare, or one of them has a line without a price."


def _simulation(study: CostStudy) -> dict[str, Any]:
    s = study.simulation
    return {
        "draws": s.draws if s else 0,
        "seed": s.seed if s else None,
        "saving_npv": {"p10": s.p10 if s else None, "p50": s.p50 if s else None, "p90": s.p90 if s else None},
        "mean": s.mean if s else None,
        "probability_owned_cheaper": s.probability_owned_cheaper if s else None,
        "standard_error": s.standard_error if s else None,
        "probability_by_month": list(s.probability_by_month) if s else [],
        "evpi": s.evpi if s else None,
        "mean_standard_error": s.mean_standard_error if s else None,
        "quantile_standard_errors": dict(s.quantile_standard_errors) if s else {},
        "worth_measuring": [w.model_dump(mode="json") for w in s.worth_measuring] if s else [],
        "correlations": [c.model_dump(mode="json") for c in s.correlations] if s else [],
    }


def cost_csv(study: CostStudy) -> str:
    """One row per option, line and month; texts are inert in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("option", "line", "label", "month", study.currency))
    for option in study.options.values():
        for key, row in option.lines.items():
            for month, amount in enumerate(row, 1):
                writer.writerow((option.id, key, inert(option.line_labels.get(key, key)), month, repr(amount)))
    return out.getvalue()


def cost_markdown(study: CostStudy) -> str:
    """The study as Markdown: what `cost` shows, and every input."""
    parts = [f"# Cost over {study.horizon_months} months, prices of {study.as_of}, scenario {plain(study.scenario)}"]
    for table in (*cost_tables(study), _inputs(study)):
        head = "| " + " | ".join(c.removeprefix(">") for c in table.columns) + " |"
        rule = "|" + "|".join(" ---: " if c.startswith(">") else " --- " for c in table.columns) + "|"
        rows = ["| " + " | ".join(plain(cell) for cell in row) + " |" for row in table.rows]
        parts.append("\n".join([f"## {plain(table.title)}", "", head, rule, *rows]))
    parts.append("\n".join(f"- {plain(line)}" for line in cost_remarks(study)))
    return "\n\n".join(parts) + "\n"


def cost_tables(study: CostStudy) -> tuple[Table, ...]:
    """Options, their lines, and what moves the comparison."""

    def money(value: float | None) -> str:
        return numbers.money(value, study.currency)

    options = list(study.options.values())
    flag = {o.id: " (incomplete)" if o.unpriced else "" for o in options}
    head = Table(
        f"Cost over {study.horizon_months} months, prices of {study.as_of}, scenario {study.scenario}",
        ("option", ">total", ">present value", ">per session", ">per accepted outcome", ">leaving at the end"),
        tuple(
            (
                o.label + flag[o.id],
                money(o.total),
                money(o.npv),
                money(o.cost_per_session),
                money(o.cost_per_outcome),
                money(o.exit_liability),
            )
            for o in options
        ),
    )
    labels = {key: label for o in options for key, label in o.line_labels.items()}
    totals = {key: [math.fsum(o.lines[key]) if key in o.lines else None for o in options] for key in labels}
    unknown = {(o.id, key) for o in options for key in o.unpriced_lines}
    keys = [key for key in labels if any(totals[key]) or any((o.id, key) in unknown for o in options)]
    keys.sort(key=lambda key: -max(amount or 0 for amount in totals[key]))

    def cell(option: OptionResult, key: str, amount: float | None) -> str:
        return "not priced" if (option.id, key) in unknown else "" if amount is None else money(amount)

    lines = Table(
        "Cost by line, total",
        ("line", *(f">{o.label}" for o in options)),
        tuple((labels[key], *(cell(o, key, x) for o, x in zip(options, totals[key], strict=True))) for key in keys),
    )
    bars = Table(
        "What moves the saving (present value) most, one input at a time",
        ("input", ">from", ">to", ">saving from", ">saving to"),
        tuple(
            (f"{b.label} [{b.id}]", numbers.quantity(b.input_low), numbers.quantity(b.input_high), money(b.low), money(b.high))
            for b in study.tornado[:_BARS]
        ),
    )
    return tuple(t for t in (head, lines, bars, _outcomes(study), _board(study)) if t.rows)


def _outcomes(study: CostStudy) -> Table:
    """Each workflow's cost per accepted outcome, where there is more than one workflow or a budget."""
    shown = [(o, w) for o in study.options.values() if not o.unpriced for w in o.workflows.values()]
    if not any(w.budget_per_month is not None or len(o.workflows) > 1 for o, w in shown):
        shown = []
    rows = tuple(
        (
            w.label,
            o.label,
            numbers.money(w.total, study.currency),
            numbers.money(w.cost_per_outcome, study.currency),
            "" if w.budget_per_month is None else numbers.money(w.budget_per_month, study.currency),
            "" if w.probability_within_budget is None else numbers.share(w.probability_within_budget),
        )
        for o, w in shown
    )
    columns = ("workflow", "option", ">total", ">per accepted outcome", ">budget a month", ">kept in")
    return Table("Each workflow: its outcome and its budget", columns, rows)


def _board(study: CostStudy) -> Table:
    """The board's question in four numbers per option."""

    def money(value: float | None) -> str:
        return numbers.money(value, study.currency)

    b = study.board
    rows = tuple(
        (
            study.options[id].label,
            f"{a.rebuild.items} items, {numbers.quantity(a.rebuild.days_likely)} days" if a.rebuild else "not audited",
            f"{money(a.switching_cost['p10'])} to {money(a.switching_cost['p90'])}",
            f"{numbers.quantity(a.weeks['p10'])} to {numbers.quantity(a.weeks['p90'])}",
            money(a.expected_switching_cost),
            money(a.option_value),
        )
        for id, a in (b.options.items() if b else ())
    )
    columns = ("option", "to rebuild", ">cost of changing (P10 to P90)", ">weeks", ">expected cost", ">worth of the freedom")
    return Table(f"If another vendor's model had to be used by month {b.month if b else 0}: beside the totals, not in them", columns, rows)


def _inputs(study: CostStudy) -> Table:
    rows = tuple(
        (a.id, numbers.quantity(a.value), numbers.quantity(a.low), numbers.quantity(a.high), a.unit, BASES[a.basis], a.source)
        for a in study.assumptions
    )
    return Table("Inputs", ("id", ">value", ">low", ">high", "unit", "basis", "source"), rows)


def cost_remarks(study: CostStudy) -> Sequence[str]:
    """The comparison in sentences, then what to keep in mind."""
    c, s, out = study.comparison, study.simulation, []
    if c is None:
        out.append(_NO_COMPARISON)
    else:
        before, after = study.options[c.from_].label, study.options[c.to].label
        amount = numbers.money(abs(c.saving_npv), study.currency)
        what = f"saves {amount}" if c.saving_npv >= 0 else f"costs {amount} more"
        out.append(
            f"Moving from “{before}” to “{after}” {what} in present value over "
            f"{study.horizon_months} months ({numbers.money(c.saving_total, study.currency)} undiscounted saving)."
        )
        if c.payback_month is not None:
            lasting = numbers.month(c.sustained_payback_month, study.horizon_months)
            discounted = numbers.month(c.discounted_payback_month, study.horizon_months)
            out.append(f"Payback: month {c.payback_month}; discounted: {discounted}; lasting: {lasting}.")
        if c.break_even_sessions:
            where = numbers.listing([numbers.quantity(x) for x in c.break_even_sessions])
            out.append(f"Both cost the same at {where} sessions a month (all workflows, month 1).")
        if c.irr_annual is not None:
            out.append(f"Internal rate of return: {numbers.share(c.irr_annual)} a year.")
        out.extend(c.notes)
    if s is not None and c is not None:
        p10, p50, p90 = (numbers.money(x, study.currency) for x in (s.p10, s.p50, s.p90))
        kinds = (study.options[c.from_].kind, study.options[c.to].kind)
        after = study.options[c.from_ if kinds == ("owned", "managed") else c.to].label
        out.append(
            f"In {s.draws:,} simulated futures (seed {s.seed}) the saving is {p10} (P10), {p50} (P50), {p90} (P90); “{after}” is the "
            f"cheaper in {numbers.share(s.probability_owned_cheaper)}. Knowing everything beforehand would be worth "
            f"{numbers.money(s.evpi, study.currency)}."
        )
        first = s.worth_measuring[:3]
        if first:
            what = numbers.listing([f"{w.label} [{w.id}] ({numbers.money(w.value, study.currency)})" for w in first])
            out.append(f"Worth measuring in a pilot before deciding, with what knowing it would be worth: {what}.")
    out.extend(study.warnings)
    return out
