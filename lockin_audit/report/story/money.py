"""What would have to be rebuilt, and every input and price with its source."""

from __future__ import annotations

from lockin_audit.report import numbers
from lockin_audit.report.draft import placeholders
from lockin_audit.report.story.blocks import Block, Heading, Paragraph, code, flag, link, table, words
from lockin_audit.report.study import Study
from lockin_audit.report.words import BASES, DIMENSIONS, TRIGGERS


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
        head = ("Item", "Part of the agent", "Workflow", "Places", "Person-days", "Most likely")
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
            flag("placeholder") if a.id in empty else BASES[a.basis],
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
            words(link(p.source, p.title), " (", flag("unverified") if p.confidence == "unverified" else p.confidence, ")"),
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
