"""Which retry decisions are made by whom, with limits and waits where they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lockin_audit.assess.answering.words import Base, count, counted, documented, limits_text, part, places_text, silent, told_of
from lockin_audit.core.audit import AnswerPart
from lockin_audit.core.evidence import Site

_ZERO = re.compile(r"(?i)(?:retr|attempt)\w* = 0$")
_RULES = 4
_STEPS = 8
_INSIDE = 15
"""Lines after a place within which a second one with no limit of its own belongs to the same call."""


def answer(base: Base) -> list[AnswerPart]:
    """The parts of the answer."""
    parts = []
    if base.platform:
        parts.append(part("The vendor decides", told_of(base, base.platform), base.platform))
    elif base.rule == "runtime-retries-beside-own-code":
        text = f"What happens after a failure inside a run is settled by {base.vendor}; no line of code here asks for it or sets a limit."
        parts.append(part("The vendor decides", text))
    if base.owned:
        parts.append(_own(base.owned))
    nothing = silent(base, "retry code of your own")
    if nothing:
        parts.append(part("Your code decides", nothing))
    if base.verdict == "mixed" and base.here.driven and not only_waits(base):
        text = "Where one of your attempts starts a run anew, whatever the vendor tries again inside it begins afresh: the two multiply."
        parts.append(part("Both at once", text))
    return parts + documented(base)


def only_waits(base: Base) -> bool:
    """Whether all that your code decides is how long it waits, or when it stops: a time limit, or no second attempt."""
    return bool(base.owned) and all(base.role(site) == "limit" or _never(site) for site in base.owned)


def _never(site: Site) -> bool:
    """Whether a number of attempts is written there and is zero."""
    return any(_ZERO.search(limit) for limit in site.detail.limits)


def _own(sites: Sequence[Site]) -> AnswerPart:
    """Per rule, the one with most written limits first, each step with the limits written for it."""
    groups: dict[str, list[Site]] = {}
    places: dict[tuple[str, int], str] = {}
    for site in sorted(sites, key=lambda s: s.rule):
        # Two rules may hold at one place: it is told once.
        if places.setdefault((site.file, site.line), site.rule) == site.rule:
            groups.setdefault(site.rule, []).append(site)
    ranked = sorted(groups.values(), key=lambda g: (-sum(bool(site.detail.limits) for site in g), -len(g), g[0].rule))
    opening = f"{counted(sites)}."
    if len(ranked) == 1:
        return part("Your code decides", f"{opening} {ranked[0][0].what.rstrip('.')}:", sites, _steps(ranked[0]))
    items = [f"{group[0].what.rstrip('.')}: {'; '.join(_steps(group))}" for group in ranked[:_RULES]]
    more = sum(len(group) for group in ranked[_RULES:])
    return part("Your code decides", opening, sites, [*items, f"And {count(more, 'more place')}"] if more else items)


def _steps(sites: Sequence[Site]) -> list[str]:
    """The places of one rule, those with a written limit each with it, the others together."""
    written: list[Site] = []
    plain: list[Site] = []
    for site in sorted(sites, key=lambda s: (s.file, s.line)):
        if any(_within(site, other) for other in written):
            continue
        (written if site.detail.limits else plain).append(site)
    alike: dict[tuple[str, str, str], list[Site]] = {}
    for site in written:
        alike.setdefault((site.file, site.detail.function, limits_text([site])), []).append(site)
    clauses = [
        f"{file}:{', '.join(str(site.line) for site in same)}{f' in `{function}`' if function else ''} with {limits}"
        for (file, function, limits), same in list(alike.items())[:_STEPS]
    ]
    if len(alike) > _STEPS:
        clauses.append(f"{count(len(alike) - _STEPS, 'more step')} with limits of their own")
    if plain:
        nothing = "no number of attempts or wait is written there"
        clauses.append(f"{_where(plain) if len(plain) == 1 else places_text(plain)} ({nothing})")
    return clauses


def _within(site: Site, other: Site) -> bool:
    """Whether a place is a part of another one of the same rule, such as a retry rule inside the call it is given to."""
    near = site.file == other.file and other.line < site.line <= max(other.end_line, other.line + _INSIDE)
    return near and set(site.detail.limits) <= set(other.detail.limits) and site.detail.function == other.detail.function


def _where(sites: Sequence[Site]) -> str:
    """Places, and the function they stand in."""
    function = sites[0].detail.function
    return places_text(sites) + (f" in `{function}`" if function else "")
