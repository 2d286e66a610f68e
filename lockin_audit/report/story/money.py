"""What each option costs, what would have to be rebuilt, and every input and price with its source."""

from __future__ import annotations

from lockin_audit.report import numbers
from lockin_audit.report.narrative import placeholders, total_words, unpriced_words
from lockin_audit.report.story.blocks import Block, Heading, Paragraph, Picture, code, link, listing, strong, table, words
from lockin_audit.report.study import Study
from lockin_audit.report.words import BASES, DIMENSIONS, TRIGGERS

PICTURES = ("cumulative-cost", "saving-distribution", "cost-by-line", "tornado")
"""Charts of the cost section, in reading order."""


def cost(study: Study) -> list[Block]:
    """Options side by side, charts, simulated saving, regret, remarks."""
    costs, options = study.cost, tuple(study.cost.options.values())
    blocks: list[Block] = [Heading(2, words("What each option costs"))]
    if not options:
        return [*blocks, Paragraph(words("No option was priced."))]
    if unpriced_words(study):
        blocks.append(Paragraph(words(strong(unpriced_words(study))), "notice"))
        blocks.append(listing(f"{o.label}: {reason}" for o in options for reason in o.unpriced))
    currency = costs.currency
    figures = [
        (f"Total over {costs.horizon_months} months", [total_words(o, o.total, currency) for o in options]),
        ("Present value", [total_words(o, o.npv, currency) for o in options]),
        ("Per session", [numbers.money(None if o.unpriced else o.cost_per_session, currency) for o in options]),
        ("Per accepted outcome", [numbers.money(None if o.unpriced else o.cost_per_outcome, currency) for o in options]),
        ("Bill to leave at the end (memo, not in the totals)", [numbers.money(o.exit_liability, currency) for o in options]),
    ]
    head = (f"Figure ({currency})", *(o.label for o in options))
    rows = [(label, *values) for label, values in figures]
    blocks.append(table("Options side by side", head, rows, right=range(1, len(head)), widths=(5, *(4,) * len(options))))
    if costs.simulation is not None:
        s = costs.simulation
        p10, p50, p90 = (numbers.money(v, currency) for v in (s.p10, s.p50, s.p90))
        chance = numbers.share(s.probability_owned_cheaper)
        text = f"Simulated saving by moving: P10 {p10}, P50 {p50}, P90 {p90}; moving is cheaper in {chance} of futures"
        blocks.append(Paragraph(words(f"{text} ({s.draws:,} futures, seed {s.seed}).")))
    blocks += [Picture(id) for id in PICTURES]
    if costs.regret is not None:
        lost = costs.regret.regret
        names = [costs.options[o].label if o in costs.options else o for o in lost]
        lost_rows = [(s, *(numbers.money(lost[o][n], currency) for o in lost)) for n, s in enumerate(costs.regret.scenarios)]
        blocks.append(Paragraph(words("Regret by scenario: what the option costs more than the best choice there, in present value.")))
        blocks.append(table("Regret by scenario", ("Scenario", *names), lost_rows, right=range(1, len(names) + 1)))
    return [*blocks, listing([*costs.warnings, *(costs.comparison.notes if costs.comparison else ())])]


def rebuild(study: Study) -> list[Block]:
    """Two lists: leaving the runtime, and swapping the model."""
    blocks: list[Block] = [Heading(2, words("What would have to be rebuilt"))]
    names = {w.id: w.name or w.id for w in study.audit.workflows}
    for trigger, total in (("leave_runtime", study.audit.leave_days), ("swap_model", study.audit.swap_days)):
        items = sorted((i for i in study.audit.rebuild if trigger in i.triggers), key=lambda i: (-i.days.likely, i.item))
        blocks.append(Heading(3, words(f"When {TRIGGERS[trigger]}")))
        if not items:
            blocks.append(Paragraph(words("Nothing found that would have to be rebuilt.")))
            continue
        rows = [
            (
                i.item,
                DIMENSIONS[i.dimension],
                names.get(i.workflow, i.workflow) or "several",
                f"{i.sites:,}",
                f"{round(i.days.low):,} to {round(i.days.high):,}",
                f"{round(i.days.likely):,}",
            )
            for i in items
        ]
        head = ("Item", "Dimension", "Workflow", "Places", "Person-days", "Most likely")
        caption = f"Rebuild list when {TRIGGERS[trigger]}"
        blocks.append(table(caption, head, rows, right=(3, 4, 5), widths=(5.6, 2.5, 3.1, 1.4, 2, 1.6)))
        blocks.append(Paragraph(words(f"Sum: {numbers.days(total)}.")))
    return blocks


def inputs(study: Study) -> list[Block]:
    """Every assumption with range, basis and source; every price row used."""
    empty, day = {a.id for a in placeholders(study)}, study.language
    rows = [
        (
            words(a.label, " ", code(a.id)),
            numbers.with_unit(a.value, a.unit),
            numbers.span(a.low, a.high, a.unit),
            strong("placeholder") if a.id in empty else BASES[a.basis],
            link(a.source) if a.source else "none",
        )
        for a in study.cost.assumptions
    ]
    prices = [
        (
            f"{p.product}: {p.meter}",
            f"{p.unit_price} {p.currency} per {p.unit}",
            numbers.day(p.effective_from, day),
            numbers.day(p.checked_on, day),
            words(link(p.source, p.title), " (", strong("unverified") if p.confidence == "unverified" else p.confidence, ")"),
        )
        for p in study.cost.prices
    ]
    input_head, price_head = (
        ("Input", "Value", "Low to high", "Basis", "Source"),
        ("Meter", "Unit price", "In force since", "Checked on", "Source"),
    )
    return [
        Heading(2, words("Inputs and prices")),
        table("Inputs of the cost model", input_head, rows, right=(1, 2), widths=(5.6, 2.6, 3.0, 2.4, 3.4))
        if rows
        else Paragraph(words("No input.")),
        table("Prices used", price_head, prices, right=(1,), widths=(4.2, 3.4, 2.2, 2.2, 4.8))
        if prices
        else Paragraph(words("No price row was used.")),
    ]
