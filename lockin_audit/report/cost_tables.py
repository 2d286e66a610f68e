"""A cost study as tables and sentences, for the terminal and for Markdown."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lockin_audit.finance.result import CostStudy, OptionResult
from lockin_audit.report import numbers
from lockin_audit.report.board_numbers import LABELS, board_numbers
from lockin_audit.report.cost_formats import NO_COMPARISON
from lockin_audit.report.grid import Grid
from lockin_audit.report.markdown_text import escape, grid_section
from lockin_audit.report.words import BASES

_BARS = 10


def cost_markdown(study: CostStudy) -> str:
    """The study as Markdown: what `cost` shows, and every input."""
    parts = [f"# Cost over {study.horizon_months} months, prices of {study.as_of}, scenario {escape(study.scenario, inside=True)}"]
    parts.extend(grid_section(table) for table in (*cost_tables(study), _inputs(study)))
    parts.append("\n".join(f"- {escape(line)}" for line in cost_remarks(study)))
    return "\n\n".join(parts) + "\n"


def cost_tables(study: CostStudy) -> tuple[Grid, ...]:
    """Options, their lines, and what moves the comparison."""

    def money(value: float | None) -> str:
        return numbers.money(value, study.currency)

    options = list(study.options.values())
    flag = {o.id: " (incomplete)" if o.unpriced else "" for o in options}
    head = Grid(
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

    lines = Grid(
        "Cost by line, total",
        ("line", *(f">{o.label}" for o in options)),
        tuple((labels[key], *(cell(o, key, x) for o, x in zip(options, totals[key], strict=True))) for key in keys),
    )
    bars = Grid(
        "What moves the saving (present value) most, one input at a time",
        ("input", ">from", ">to", ">saving from", ">saving to"),
        tuple(
            (f"{b.label} [{b.id}]", numbers.quantity(b.input_low), numbers.quantity(b.input_high), money(b.low), money(b.high))
            for b in study.tornado[:_BARS]
        ),
    )
    return tuple(t for t in (head, lines, bars, _sobol(study), _regret(study), _outcomes(study), _board(study)) if t.rows)


def _sobol(study: CostStudy) -> Grid:
    """Sobol indices, largest first."""

    def share(value: float, interval: float) -> str:
        return f"{value:.2f} ± {interval:.2f}"

    shown = study.sobol.indices[:_BARS] if study.sobol else ()
    rows = tuple((f"{i.label} [{i.id}]", share(i.first, i.first_interval), share(i.total, i.total_interval)) for i in shown)
    return Grid("What the spread of the saving comes from (Sobol indices, 95% intervals)", ("input", ">alone", ">with others"), rows)


def _regret(study: CostStudy) -> Grid:
    """What each choice could be regretted by, over the scenarios."""
    r = study.regret
    rows = []
    for id, row in r.regret.items() if r and len(r.regret) > 1 else ():
        worst = r.scenarios[row.index(r.largest[id])] if r and r.largest[id] > 0 else ""
        rows.append(
            (
                study.options[id].label,
                numbers.money(r.largest[id] if r else None, study.currency),
                worst,
                numbers.money(r.expected[id] if r else None, study.currency),
            )
        )
    title = f"Regret over {len(r.scenarios) if r else 0} scenarios: cost above the best choice there (present value)"
    return Grid(title, ("option", ">largest", "in scenario", ">mean"), tuple(rows))


def _outcomes(study: CostStudy) -> Grid:
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
    return Grid("Each workflow: its outcome and its budget", columns, rows)


def _board(study: CostStudy) -> Grid:
    """The board's question in four numbers per option."""
    b = study.board
    rows = tuple((study.options[id].label, *board_numbers(a, study.currency)) for id, a in (b.options.items() if b else ()))
    amounts = (LABELS.expected, LABELS.freedom)
    columns = ("option", *(f"{'>' if label in amounts else ''}{label[0].lower()}{label[1:]}" for label in LABELS))
    return Grid(f"If another vendor's model had to be used by month {b.month if b else 0}: beside the totals, not in them", columns, rows)


def _inputs(study: CostStudy) -> Grid:
    rows = tuple(
        (a.id, numbers.quantity(a.value), numbers.quantity(a.low), numbers.quantity(a.high), a.unit, BASES[a.basis], a.source)
        for a in study.assumptions
    )
    return Grid("Inputs", ("id", ">value", ">low", ">high", "unit", "basis", "source"), rows)


def cost_remarks(study: CostStudy) -> Sequence[str]:
    """The comparison in sentences, then what to keep in mind."""
    c, s, out = study.comparison, study.simulation, []
    if c is None:
        out.append(NO_COMPARISON)
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
    if study.regret is not None and len(study.regret.regret) > 1:
        r = study.regret
        if r.minimax is not None:
            mean = "" if r.least_expected in (None, r.minimax) else f"; by the mean it is “{study.options[r.least_expected or ''].label}”"
            out.append(f"The choice whose largest regret over the scenarios is smallest is “{study.options[r.minimax].label}”{mean}.")
    if study.sobol is not None:
        out.append(f"{study.sobol.note} They rest on {study.sobol.evaluations:,} futures.")
    out.extend(study.warnings)
    return out
