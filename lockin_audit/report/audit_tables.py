"""An audit as the tables the terminal prints."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lockin_audit.core.audit import Audit, Days
from lockin_audit.core.evidence import QUESTION_TEXTS, QUESTIONS, Ownership
from lockin_audit.report.audit_formats import told
from lockin_audit.report.numbers import days
from lockin_audit.report.words import RECOMMENDATIONS


@dataclass(frozen=True, slots=True)
class Grid:
    """A table for people: columns whose name begins with `>` align right."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def item_days(effort: Days) -> str:
    """Person-days of one item, to the tenth: `2.5 (1.2 to 5)`."""
    return f"{effort.likely:g} ({effort.low:g} to {effort.high:g})"


def audit_grids(audit: Audit, new: Collection[str] | None = None, skipped_shown: int = 20) -> tuple[Grid, ...]:
    """The audit as tables for the terminal.

    Args:
        audit: what was found and concluded.
        new: ids of sites that an earlier audit did not have; None: there is no earlier audit to compare with.
        skipped_shown: how many skipped files to list.
    """
    grids = [
        Grid(
            "The four questions",
            ("question", "verdict", "answer"),
            tuple((QUESTION_TEXTS[q], audit.questions[q].verdict, told(audit.questions[q])) for q in QUESTIONS),
        )
    ]
    if audit.workflows:
        grids.append(
            Grid(
                "Workflows",
                ("workflow", *QUESTIONS, "recommendation", "because"),
                tuple(
                    (w.id, *(w.questions[q].verdict for q in QUESTIONS), RECOMMENDATIONS[w.recommendation], " ".join(w.reasons[:2]))
                    for w in audit.workflows
                ),
            )
        )
    mark = ("new",) if new is not None else ()
    grids.append(
        Grid(
            f"Places ({sum(s.ownership is Ownership.PLATFORM for s in audit.sites)} with a vendor, "
            f"{sum(s.ownership is Ownership.OWNED for s in audit.sites)} yours)",
            (*mark, "place", "dimension", "held by", "confidence", "what", "rule"),
            tuple(
                (
                    *(("new" if site.id in new else "",) if new is not None else ()),
                    f"{site.file}:{site.line}",
                    site.dimension.value,
                    "vendor" if site.ownership is Ownership.PLATFORM else "you",
                    site.confidence.value,
                    site.what,
                    site.rule,
                )
                for site in sorted(audit.sites, key=lambda s: (s.file, s.line, s.rule, s.id))
            ),
        )
    )
    grids.append(_rebuild_grid(audit))
    skipped = audit.scan.skipped
    if skipped:
        more = len(skipped) - skipped_shown
        grids.append(
            Grid(
                f"Not read: {len(skipped)} files or folders" + (f" (the first {skipped_shown} are listed)" if more > 0 else ""),
                ("file", "reason"),
                tuple((s.file, s.reason) for s in skipped[:skipped_shown]),
            )
        )
    return tuple(grids)


def _rebuild_grid(audit: Audit) -> Grid:
    leave, swap = audit.leave_days, audit.swap_days
    rows: Sequence[tuple[str, ...]] = [
        (
            item.item,
            item.dimension.value,
            str(item.sites),
            f"{item.points:g}",
            item_days(item.days),
            "yes" if "leave_runtime" in item.triggers else "",
            "yes" if "swap_model" in item.triggers else "",
        )
        for item in audit.rebuild
    ]
    title = f"To rebuild: leaving the runtime takes {days(leave)}; swapping the model takes {days(swap)} (two events, never added)"
    return Grid(title, ("item", "dimension", ">places", ">points", ">days (low to high)", "leave", "swap"), tuple(rows))
