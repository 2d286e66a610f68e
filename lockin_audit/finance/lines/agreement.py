"""Promised monthly spend, max(promise, list × (1 - discount)): the part not used is a line; beyond it list price where so agreed."""

from __future__ import annotations

from lockin_audit.core.config import PriceOverride
from lockin_audit.finance.lines.declared import by_volume, fixed, monthly
from lockin_audit.finance.model import Line, ModelOption
from lockin_audit.finance.products import option_slots
from lockin_audit.finance.slots import exchange_id
from lockin_audit.finance.writer import Writer


def write_commitments(writer: Writer, option: ModelOption) -> None:
    """Lines for each agreement with a promised spend that some of the option's bills fall under."""
    for number, agreed in writer.scope.commitments.items():
        promise = f"commitment.agreement_{number}"
        covered = [line.key for line in writer.costs(option) if promise in writer.ids and _covered(writer, option, line, agreed)]
        if not covered:
            continue
        key, group = f"commitment_{number}", f"{option.label}: {agreed.kind}, {agreed.source}"
        exchange = "" if writer.scope.currency == "USD" else f" * {exchange_id(writer.scope.currency)}"
        use = "sum({})".format(", ".join(f"o.{k}" for k in covered))
        made = [
            monthly(f"{key}_promise", "Spend promised for the month", "money", f"{promise}{exchange}"),
            monthly(f"{key}_use", "Bills that count towards it", "money", use),
            fixed(f"{key}_shortfall", f"Promised but not used ({agreed.source})", f"max(0, o.{key}_promise - o.{key}_use)"),
        ]
        if f"{promise}_discount" in writer.ids:
            rise = f"{promise}_discount / (1 - {promise}_discount)"
            made.append(
                by_volume(
                    f"{key}_beyond",
                    f"Use beyond the promise, at list price ({agreed.source})",
                    f"max(0, o.{key}_use - o.{key}_promise) * {rise}",
                )
            )
        writer.add(made, group, option=option)


def _covered(writer: Writer, option: ModelOption, line: Line, agreed: PriceOverride) -> bool:
    """Whether a cost line rests on a price the agreement is about; plans of support and what today's platform still costs do not count."""
    if line.key.startswith(("current_", "commitment_", "support")):
        return False
    return bool(_prices(option, agreed) & writer.reaches(line))


def _prices(option: ModelOption, agreed: PriceOverride) -> set[str]:
    vendor = agreed.product.removesuffix(".*")
    found = set()
    for leaf in option.leaves:
        for slot in option_slots(leaf):
            product = slot.product or leaf.product
            whose = product == agreed.product or (vendor != agreed.product and product.partition(".")[0] == vendor)
            if whose and agreed.meter in ("", slot.meter or slot.slot):
                found.add(slot.id(leaf.model))
    return found
