"""The two lists of the rebuild in sentences: what leaving and swapping take, and whether they are one piece of work."""

from __future__ import annotations

from lockin_audit.core.audit import Audit
from lockin_audit.report.numbers import days


def two_events(audit: Audit) -> str:
    """What leaving the runtime and swapping the model take, with points; where one holds the other or there is nothing to leave, so."""
    leave = [item for item in audit.rebuild if "leave_runtime" in item.triggers]
    swap = [item for item in audit.rebuild if "swap_model" in item.triggers]
    leaving = f"Leaving the runtime takes {days(audit.leave_days)} ({audit.leave_points:g} points)."
    swapping = f"Swapping the model in eighteen months takes {days(audit.swap_days)} ({audit.swap_points:g} points)"
    if not leave:
        return f"Nothing found here is rented from a runtime, so there is none to leave. {swapping}."
    if not swap:
        return f"{leaving} Nothing was found that only a swap of the model in eighteen months would touch."
    if all("swap_model" in item.triggers for item in leave):
        more = "the same work" if len(swap) == len(leave) else "the same work, and what only a new model asks for"
        return f"{leaving} {swapping}: {more}, as what is rented here runs its own vendor's models only. It is done once, never added."
    return f"{leaving} {swapping}. These are two events and are not added."
