"""An audit as the tables the terminal prints."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from lockin_audit.core.audit import Audit, Days, Trigger, Verdict
from lockin_audit.core.evidence import QUESTION_TEXTS, QUESTIONS, Ownership, Question, Site
from lockin_audit.report.audit_formats import NOTHING, nothing_found, told_in_parts
from lockin_audit.report.grid import Grid
from lockin_audit.report.numbers import days
from lockin_audit.report.rebuild_words import two_events
from lockin_audit.report.words import RECOMMENDATIONS

_READABLE = 80
"""Places that somebody reads one by one in a terminal."""
_PLACE = ("place", "dimension", "held by", "confidence", "what", "rule")


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
    asked = _answers("The four questions", [(q, f"{QUESTION_TEXTS[q]}\n{_answer(audit.questions[q])}") for q in QUESTIONS], audit.questions)
    if nothing_found(audit):
        asked = Grid("The four questions", ("answer",), ((NOTHING.format(files=audit.scan.stats.files),),))
    return (
        asked,
        *([Grid("Announced by vendors", ("notice",), tuple((notice,) for notice in audit.notices))] if audit.notices else ()),
        *_workflow_grids(audit),
        *_conflicts(audit),
        *_place_grids(audit, new),
        *_rebuild_grids(audit),
        *_left_out(audit),
        *_not_read(audit, skipped_shown),
    )


def _answers(title: str, told: Sequence[tuple[Question, str]], verdicts: Mapping[Question, Verdict]) -> Grid:
    return Grid(title, ("question", "verdict", "answer"), tuple((q, verdicts[q].verdict, answer) for q, answer in told))


def _workflow_grids(audit: Audit) -> list[Grid]:
    """Verdicts and advice for each workflow; of several each with its answers."""
    if not audit.workflows:
        return []
    rows = tuple(
        (w.id, *(w.questions[q].verdict for q in QUESTIONS), RECOMMENDATIONS[w.recommendation], " ".join(w.reasons[:2]))
        for w in audit.workflows
    )
    grids = [Grid("Workflows", ("workflow", *QUESTIONS, "recommendation", "because"), rows)]
    for w in audit.workflows if len(audit.workflows) > 1 else ():
        told = [(q, _answer(w.questions[q], documented=False)) for q in QUESTIONS]
        grids.append(_answers(f"Answers for {w.id}", told, w.questions))
    return grids


def _conflicts(audit: Audit) -> list[Grid]:
    """Where the company and a runtime hold the same part of an agent's control."""
    if not audit.conflicts:
        return []
    rows = tuple((c.workflow or "none", c.plane, c.text, c.ask) for c in audit.conflicts)
    return [Grid("Where two planes decide", ("workflow", "the runtime's", "finding", "to settle"), rows)]


def _place_grids(audit: Audit, new: Collection[str] | None) -> list[Grid]:
    """Every place; where they are too many to be read in a terminal, each kind of place, after those that an earlier audit lacks."""
    if len(audit.sites) <= _READABLE:
        return [_places(audit, new)]
    fresh = [site for site in audit.sites if new is not None and site.id in new]
    shown = f" (the first {_READABLE} are listed)" if len(fresh) > _READABLE else ""
    first = [Grid(f"New places: {len(fresh)}{shown}", _PLACE, _place_rows(fresh)[:_READABLE])] if fresh else []
    return [*first, _kinds(audit)]


def _kinds(audit: Audit) -> Grid:
    """How often each rule holds and where first: the vendors' first, then those with most places."""
    kinds: dict[str, list[Site]] = {}
    for site in sorted(audit.sites, key=_in_order):
        kinds.setdefault(site.rule, []).append(site)
    ordered = sorted(kinds.items(), key=lambda kind: (kind[1][0].ownership is not Ownership.PLATFORM, -len(kind[1]), kind[0]))
    rows = tuple(
        (
            sites[0].what,
            _holder(sites[0]),
            sites[0].dimension.value,
            str(len(sites)),
            str(len({site.file for site in sites})),
            f"{sites[0].file}:{sites[0].line}",
        )
        for _, sites in ordered
    )
    held = sum(s.ownership is Ownership.PLATFORM for s in audit.sites)
    title = f"Places by kind ({held} with a vendor, {len(audit.sites) - held} yours; --format csv or json lists every one)"
    return Grid(title, ("what", "held by", "dimension", ">places", ">files", "first place"), rows)


def _places(audit: Audit, new: Collection[str] | None) -> Grid:
    """Every place, by file and line; with an earlier audit the new ones are marked."""
    held = sum(s.ownership is Ownership.PLATFORM for s in audit.sites)
    owned = sum(s.ownership is Ownership.OWNED for s in audit.sites)
    title = f"Places ({held} with a vendor, {owned} yours)"
    if new is None:
        return Grid(title, _PLACE, _place_rows(audit.sites))
    marks = ("new" if site.id in new else "" for site in sorted(audit.sites, key=_in_order))
    return Grid(title, ("new", *_PLACE), tuple((mark, *row) for mark, row in zip(marks, _place_rows(audit.sites), strict=True)))


def _in_order(site: Site) -> tuple[str, int, str, str]:
    return site.file, site.line, site.rule, site.id


def _holder(site: Site) -> str:
    return "vendor" if site.ownership is Ownership.PLATFORM else "you"


def _place_rows(sites: Iterable[Site]) -> tuple[tuple[str, ...], ...]:
    """A row for each place under the heads `_PLACE`, by file and line."""
    return tuple(
        (
            f"{site.file}:{site.line}",
            site.dimension.value,
            _holder(site),
            site.confidence.value,
            site.what,
            site.rule,
        )
        for site in sorted(sites, key=_in_order)
    )


def _not_read(audit: Audit, shown: int) -> list[Grid]:
    """The first of the files and folders that were not read."""
    skipped = audit.scan.skipped
    if not skipped:
        return []
    more = f" (the first {shown} are listed)" if len(skipped) > shown else ""
    rows = tuple((s.file, s.reason) for s in skipped[:shown])
    return [Grid(f"Not read: {len(skipped)} files or folders{more}", ("file", "reason"), rows)]


def _answer(verdict: Verdict, *, documented: bool = True) -> str:
    """An answer as lines, each part under its heading."""
    lines = []
    for heading, text, items in told_in_parts(verdict, documented=documented):
        lines.append(f"{heading}: {text}".rstrip() if heading else text)
        lines += [f"• {item}" for item in items]
    return "\n".join(lines)


def _rebuild_grids(audit: Audit) -> list[Grid]:
    """The two lists, each with its own sum; an item that stands on both is printed in both."""
    lists: tuple[tuple[Trigger, str, Days, float], ...] = (
        ("leave_runtime", "To rebuild when leaving the runtime", audit.leave_days, audit.leave_points),
        ("swap_model", "To redo when swapping the model in eighteen months", audit.swap_days, audit.swap_points),
    )
    grids = []
    for trigger, title, effort, points in lists:
        rows = tuple(
            (i.item, i.dimension.value, str(i.sites), f"{i.points:g}", item_days(i.days)) for i in audit.rebuild if trigger in i.triggers
        )
        if rows:
            head = f"{title}: {points:g} points, {days(effort)}"
            grids.append(Grid(head, ("item", "dimension", ">places", ">points", ">days (low to high)"), rows))
    if grids:
        notes = [two_events(audit), *([audit.effort.words] if audit.effort is not None else [])]
        grids.append(Grid("How to read the two lists", ("note",), tuple((note,) for note in notes)))
    return grids


def _left_out(audit: Audit) -> list[Grid]:
    """What was left out on purpose, and what is to be said of it."""
    grids = []
    if audit.ignored:
        rows = tuple(
            (f"{i.site.file}:{i.site.line}", i.site.rule, i.reason, i.by, i.expires.isoformat() if i.expires else "no end")
            for i in audit.ignored
        )
        grids.append(Grid(f"Left out on purpose: {len(rows)}", ("place", "rule", "reason", "by", "until"), rows))
    if audit.remarks:
        grids.append(Grid("Of what is left out", ("remark",), tuple((remark,) for remark in audit.remarks)))
    return grids
