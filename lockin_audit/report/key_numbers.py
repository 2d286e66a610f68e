"""The four numbers of the first page: saving, payback, break-even volume, effort to leave."""

from __future__ import annotations

from dataclasses import dataclass

from lockin_audit.report import numbers
from lockin_audit.report.comparison import compared
from lockin_audit.report.study import Study


@dataclass(frozen=True)
class KeyNumber:
    """One of the four numbers of the first page."""

    label: str
    value: str
    """Formatted; `unknown` or `not reached ...` where there is none."""
    note: str
    """Range, unit or the reason why it is unknown."""


def key_numbers(study: Study) -> tuple[KeyNumber, ...]:
    """Always four, in this order."""
    return _saving(study), _payback(study), _break_even(study), _effort(study)


def sessions_today(study: Study) -> float:
    """Sessions a month over all workflows in the base case; 0 where no volume is among the inputs."""
    return sum(a.value for a in study.cost.assumptions if a.id.endswith(".sessions_per_month"))


def _saving(study: Study) -> KeyNumber:
    pair, simulation, currency = compared(study), study.cost.simulation, study.cost.currency
    if pair is None:
        return KeyNumber("Saving by moving", numbers.UNKNOWN, "No two options are compared.")
    start, end, comparison = pair
    note = f"{numbers.quoted(start.label)} less {numbers.quoted(end.label)}, present value over {study.cost.horizon_months} months."
    if simulation is not None:
        p10, p90 = (numbers.money_short(v, currency) for v in (simulation.p10, simulation.p90))
        note += f" Eight in ten simulated futures: {p10} to {p90}."
    if comparison.saving_npv < 0:
        note += " Negative: moving costs more than staying."
    return KeyNumber("Saving by moving", numbers.money_short(comparison.saving_npv, currency), note)


def _payback(study: Study) -> KeyNumber:
    pair, horizon = compared(study), study.cost.horizon_months
    if pair is None:
        return KeyNumber("Payback", numbers.UNKNOWN, "No two options are compared.")
    comparison = pair[2]
    if comparison.payback_month is None:
        reason = (
            " ".join(n for n in comparison.notes if "payback" in n.lower()) or "Moving does not earn back its cost in the months looked at."
        )
        return KeyNumber("Payback", numbers.month(None, horizon), reason)
    note = f"Discounted: {numbers.month(comparison.discounted_payback_month, horizon)}."
    if comparison.sustained_payback_month != comparison.payback_month:
        note += f" For good: {numbers.month(comparison.sustained_payback_month, horizon)}."
    return KeyNumber("Payback", numbers.month(comparison.payback_month, horizon).capitalize(), note)


def _break_even(study: Study) -> KeyNumber:
    pair, today = compared(study), sessions_today(study)
    now = f"Today {numbers.quantity(today)}." if today else ""
    if pair is None:
        return KeyNumber("Break-even volume", numbers.UNKNOWN, "No two options are compared.")
    crossings = pair[2].break_even_sessions
    if not crossings:
        return KeyNumber("Break-even volume", "none", f"No volume looked at makes both cost the same. {now}".strip())
    text = f"about {numbers.listing([numbers.about(c) for c in crossings])}"
    return KeyNumber("Break-even volume", text, f"Sessions a month, all workflows, at which both cost the same. {now}".strip())


def _effort(study: Study) -> KeyNumber:
    leave, swap = study.audit.leave_days, study.audit.swap_days
    if not study.audit.rebuild:
        return KeyNumber("Effort to leave", "nothing to rebuild", "No item stands on the rebuild list.")
    low, high = round(leave.low), round(leave.high)
    note = f"Most likely {round(leave.likely):,}. Swapping the model alone: {round(swap.low):,} to {round(swap.high):,} person-days."
    return KeyNumber("Effort to leave", f"{low:,} to {high:,} person-days", note)
