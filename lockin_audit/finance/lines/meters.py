"""What a product counts: at one rate for every unit, or in steps with a free amount before them; and how near that is to a limit."""

from __future__ import annotations

from lockin_audit.finance.lines import option
from lockin_audit.finance.lines.declared import Declared, by_volume, fixed, monthly, once
from lockin_audit.finance.products import Limit, Meter
from lockin_audit.finance.slots import Steps


def meter_by_workflow(meter: Meter) -> tuple[Declared, ...]:
    """What a meter counts and costs for one workflow."""
    if meter.each == "month":
        return ()
    return (
        once(f"{meter.key}_use", f"{meter.label}: use", f"{meter.unit}/session", meter.quantity),
        monthly(meter.key, meter.label, "USD", f"w.sessions * ow.{meter.key}_use * price.{meter.key}"),
    )


def meter(meter: Meter) -> Declared:
    """What a meter costs in all."""
    if meter.each == "month":
        return fixed(meter.key, meter.label, f"{meter.quantity} * price.{meter.key} * service_price_index * o.live")
    return by_volume(meter.key, meter.label, f"sum(all.{meter.key}) * service_price_index * o.live")


def units_by_workflow(meter: Meter) -> tuple[Declared, ...]:
    """What a meter whose price has steps counts for one workflow."""
    return (
        once(f"{meter.key}_use", f"{meter.label}: use", f"{meter.unit}/session", meter.quantity),
        monthly(f"{meter.key}_units", meter.label, meter.unit, f"w.sessions * ow.{meter.key}_use"),
    )


def stepped(key: str, label: str, unit: str, units: str, slot: str, steps: Steps, *, per: int = 1) -> tuple[Declared, ...]:
    """A price with a free amount or steps by volume, each step's price for the units inside it: c = Σ max(0, units − Lᵢ)(pᵢ − pᵢ₋₁).

    Args:
        key: of the cost line.
        label: of the cost line.
        unit: of what is counted, in the plural.
        units: formula of the month's use.
        slot: of the price.
        steps: what the price has.
        per: units the price is for.
    """
    divided = f" / {per}" if per != 1 else ""
    free = f" - tier.{slot}.included" if steps.included else ""
    lines = [
        monthly(f"{key}_used", f"{label}: use", unit, units),
        monthly(f"{key}_billed", f"{label}: billed", unit, f"max(0, o.{key}_used{free})"),
        monthly(f"{key}_first", f"{label}: at the first step's price", "USD", f"o.{key}_billed * price.{slot}{divided}"),
    ]
    parts = [f"o.{key}_first"]
    for number in range(2, steps.count + 1):
        lines.append(
            monthly(
                f"{key}_above_{number}", f"{label}: in step {number} and above", unit, f"max(0, o.{key}_billed - tier.{slot}.step_{number})"
            )
        )
        before = f"price.{slot}.step_{number - 1}" if number > 2 else f"price.{slot}"
        lines.append(
            monthly(
                f"{key}_change_{number}",
                f"{label}: change of price from step {number}",
                "USD",
                f"o.{key}_above_{number} * (price.{slot}.step_{number} - {before}){divided}",
            )
        )
        parts.append(f"o.{key}_change_{number}")
    lines.append(by_volume(key, label, f"sum({', '.join(parts)}) * service_price_index * o.live"))
    return tuple(lines)


def stepped_meter(meter: Meter, steps: Steps) -> tuple[Declared, ...]:
    """What a meter costs in all where its price has steps."""
    units = meter.quantity if meter.each == "month" else f"sum(all.{meter.key}_units)"
    return stepped(meter.key, meter.label, meter.unit, units, meter.key, steps)


def stepped_engine(steps: Steps) -> tuple[Declared, ...]:
    """The workflow engine's usage where its price has steps; nothing where it is hosted by oneself."""
    return stepped(
        "engine", option.ENGINE.label, "actions", "sum(all.actions) * (1 - o.engine_self_hosted)", "actions", steps, per=1_000_000
    )


def stepped_traces(steps: Steps) -> tuple[Declared, ...]:
    """Traces where their price has steps."""
    units = "sum(workflows.sessions) * o.trace_units_per_session"
    return stepped("traces", option.TRACES.label, "trace units", units, "trace_units", steps, per=100_000)


def limit_use(limit: Limit) -> Declared:
    """Use at the busiest time as a share of a documented limit."""
    label = f"Part of the limit in use at the busiest time: {limit.label}"
    return monthly(f"limit_{limit.key}_use", label, "share", f"{limit.use} / o.limit_{limit.key}", kind="memo")
