"""Verdicts in words: plain English that names files and lines, and what the vendor documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lockin_audit.assess.presence import Presence
from lockin_audit.core.audit import VerdictValue
from lockin_audit.core.evidence import Ownership, Question, Site
from lockin_audit.core.runtime import Fact, Runtime

_LEADS: dict[Question, dict[VerdictValue, str]] = {
    "retry": {
        "platform": "The vendor's runtime decides what is retried, how often and when it gives up.",
        "mixed": "Both decide: your code retries some failures, the vendor's runtime others.",
        "owned": "Your own code, or software you run, decides what is retried.",
        "none": "No agent work was found, so there is nothing to retry.",
    },
    "state": {
        "platform": "The state of a session lives with the vendor; you hold the id that points to it.",
        "mixed": "The state of a session is split between the vendor and your own stores.",
        "owned": "The state of a session is in your own process or stores.",
        "none": "No agent work was found, so there is no session state.",
    },
    "replay": {
        "platform": "A failed run can be taken up again only as far as the vendor's runtime allows.",
        "mixed": "Some runs can be taken up again from what you hold, others only through the vendor.",
        "owned": "Taking up a failed run again depends on what you hold, not on a vendor.",
        "none": "No agent work was found, so there is nothing to replay.",
    },
    "telemetry": {
        "platform": "What you see of the agents arrives in the vendor's format; the places named here break when it changes.",
        "mixed": "You record some steps yourself and read others in the vendor's format; the latter break when it changes.",
        "owned": "What you see of the agents is recorded by yourself; a change at a vendor breaks no monitoring found here.",
        "none": "No agent work was found, so there is no agent monitoring.",
    },
}
_NOUNS: dict[Question, str] = {
    "retry": "retry code of your own",
    "state": "session store of your own",
    "replay": "replay code or checkpoint of your own",
    "telemetry": "telemetry of your own around agent steps",
}
GROUNDS = {
    "vendor_doc": "vendor documentation",
    "vendor_repo": "vendor repository",
    "sdk_source": "vendor's SDK source",
    "secondary": "a third party, not the vendor",
    "unverified": "not verified; treat as unknown",
}
"""How a documented fact was established, in words."""
_DOUBTFUL = ("secondary", "unverified")


def places_text(sites: Sequence[Site], limit: int = 3) -> str:
    """Places as `agent.py:3, 9; loop.py:4 and 2 more files`, at most `limit` files and four lines each."""
    lines: dict[str, list[int]] = {}
    for site in sites:
        lines.setdefault(site.file, [])
        if site.line not in lines[site.file]:
            lines[site.file].append(site.line)
    shown = []
    for file in sorted(lines)[:limit]:
        numbers = sorted(lines[file])
        shown.append(f"{file}:{', '.join(map(str, numbers[:4]))}" + (" and on" if len(numbers) > 4 else ""))
    more = len(lines) - limit
    return "; ".join(shown) + (f" and {more} more file{'s' if more > 1 else ''}" if more > 0 else "")


def _found(sites: Sequence[Site], limit: int = 3) -> str:
    """What was found, one clause per rule with its places, the rule with most places first."""
    groups: dict[str, list[Site]] = {}
    for site in sites:
        groups.setdefault(site.rule, []).append(site)
    ranked = sorted(groups.values(), key=lambda g: (-len(g), g[0].rule))
    clauses = [f"{group[0].what.rstrip('.')} ({places_text(group)})" for group in ranked[:limit]]
    more = sum(len(group) for group in ranked[limit:])
    return "; ".join(clauses) + (f"; and {more} more place{'s' if more > 1 else ''}" if more else "")


def _count(number: int) -> str:
    return f"{number} place{'s' if number != 1 else ''}"


def _name(id: str, runtimes: Mapping[str, Runtime]) -> str:
    return runtimes[id].name if id in runtimes else id


def fact_text(fact: Fact, name: str) -> str:
    """One documented behaviour with its source and the day it was read."""
    lead = "Said of" if fact.evidence in _DOUBTFUL else "Documented for"
    ground = f"{GROUNDS[fact.evidence]}, {fact.source.url}, read {fact.source.checked_on.isoformat()}"
    return f"{lead} {name}: {fact.statement.rstrip('.')} ({ground})."


def facts_text(question: Question, ids: Sequence[str], runtimes: Mapping[str, Runtime], limit: int = 2) -> list[str]:
    """Up to `limit` documented facts on a question, spread over the runtimes, in the order of their files, doubtful ones last."""
    ranked = [
        (place, number, id, fact)
        for number, id in enumerate(ids)
        if id in runtimes
        for place, fact in enumerate(
            sorted((f for f in runtimes[id].facts if f.question == question), key=lambda f: f.evidence in _DOUBTFUL)
        )
    ]
    ranked.sort(key=lambda row: (row[0], row[1]))
    return [fact_text(fact, _name(id, runtimes)) for _, _, id, fact in ranked[:limit]]


def summary(
    question: Question,
    verdict: VerdictValue,
    rule: str,
    sites: Sequence[Site],
    here: Presence,
    runtimes: Mapping[str, Runtime],
    files_read: int,
) -> str:
    """The answer to one question.

    Args:
        question: which of the four.
        verdict: what the rule decided.
        rule: id of the rule.
        sites: the places of this question.
        here: who runs the agents.
        runtimes: id → what is known of it.
        files_read: how many files the scan read, for verdicts that rest on absence.
    """
    if verdict == "none":
        nowhere = f"No agent runtime, framework or model call that this version knows stands in the {files_read} files read."
        return f"{_LEADS[question]['none']} {nowhere}"
    parts = [_LEADS[question][verdict]]
    platform = [s for s in sites if s.ownership is Ownership.PLATFORM]
    owned = [s for s in sites if s.ownership is Ownership.OWNED]
    driven = [_name(id, runtimes) for id in here.driven] or [_name(id, runtimes) for id in here.harness]
    if platform:
        parts.append(f"With the vendor in {_count(len(platform))}: {_found(platform)}.")
    if owned:
        parts.append(f"Yours in {_count(len(owned))}: {_found(owned)}.")
    nothing = f"{_NOUNS[question]} was found in the {files_read} files read"
    if rule == "left-to-the-runtime":
        known = "It is known only from a manifest or the config. " if here.by_manifest else ""
        parts.append(f"{' and '.join(driven)} {'run' if len(driven) > 1 else 'runs'} the agents. {known}No {nothing}.")
    elif rule == "own-loop-with-a-gap":
        parts.append(f"The agent loop runs in your own process, and no {nothing}: a gap, but not one a vendor fills.")
    elif rule == "runtime-retries-beside-own-code":
        parts.append(f"{' and '.join(driven)} {'retry' if len(driven) > 1 else 'retries'} inside a run without a line of code here.")
    elif rule == "vendor-only":
        parts.append(f"No {nothing}.")
    if verdict != "owned":
        held = list(dict.fromkeys([*here.driven, *here.harness, *(s.runtime for s in platform)]))
        parts += facts_text(question, held, runtimes)
    return " ".join(parts)
