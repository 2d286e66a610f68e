"""Which retry decisions are made by whom, with limits and waits where they are written."""

from __future__ import annotations

from lockin_audit.assess.answering.words import Base, count, documented, found_text, listed, part, silent
from lockin_audit.core.audit import AnswerPart
from lockin_audit.core.evidence import Site

_SHOWN = 5


def answer(base: Base) -> list[AnswerPart]:
    """The parts of the answer."""
    parts = []
    if base.platform:
        parts.append(
            part("The vendor decides", f"With the vendor in {count(len(base.platform))}: {found_text(base.platform)}.", base.platform)
        )
    elif base.rule == "runtime-retries-beside-own-code":
        names = base.drivers
        text = f"{listed(names)} {'retry' if len(names) > 1 else 'retries'} inside a run without a line of code here."
        parts.append(part("The vendor decides", text))
    if base.owned:
        parts.append(part("Your code decides", f"Yours in {count(len(base.owned))}: {_own(base.owned)}.", base.owned))
    nothing = silent(base, "retry code of your own")
    if nothing:
        parts.append(part("Your code decides", nothing))
    if base.verdict == "mixed" and base.here.driven:
        text = "Where one of your attempts starts a run anew, the vendor's retries begin again inside it: the two multiply."
        parts.append(part("Both at once", text))
    return parts + documented(base)


def _own(sites: list[Site]) -> str:
    """One clause per function and rule, those with a written limit first."""
    groups: dict[tuple[str, str, str], list[Site]] = {}
    for site in sites:
        groups.setdefault((site.file, site.detail.function, site.rule), []).append(site)
    ranked = sorted(groups.values(), key=lambda g: (not g[0].detail.limits, g[0].file, g[0].line))
    clauses = []
    for group in ranked[:_SHOWN]:
        first = group[0]
        lines = ", ".join(str(line) for line in sorted({site.line for site in group})[:4])
        where = f"{first.file}:{lines}" + (f" in `{first.detail.function}`" if first.detail.function else "")
        limits = list(dict.fromkeys(limit for site in group for limit in site.detail.limits))[:5]
        written = f"written there: {', '.join(limits)}" if limits else "no number of attempts or wait is written there"
        clauses.append(f"{first.what.rstrip('.')} ({where}; {written})")
    more = sum(len(group) for group in ranked[_SHOWN:])
    return "; ".join(clauses) + (f"; and {count(more, 'more place')}" if more else "")
