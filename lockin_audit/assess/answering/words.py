"""What the four answers share: the ground they stand on, and places, limits and documented facts in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lockin_audit.assess.presence import Presence
from lockin_audit.core.audit import AnswerPart, VerdictValue
from lockin_audit.core.evidence import Landmark, Ownership, Question, Site
from lockin_audit.core.runtime import GROUNDS, Fact, Runtime

DOCUMENTED = "What the vendor documents"
"""Heading of the part that tells facts; views that repeat the answers by workflow leave it out."""
_DOUBTFUL = ("secondary", "unverified")


@dataclass(frozen=True, slots=True)
class Base:
    """What one answer rests on."""

    question: Question
    verdict: VerdictValue
    rule: str
    """Id of the rule of decision."""
    sites: Sequence[Site]
    """Places of this question."""
    all_sites: Sequence[Site]
    """Places of every dimension, of the workflow or the repository."""
    here: Presence
    """Who runs the agents."""
    runtimes: Mapping[str, Runtime]
    """Id → what is known of it."""
    files_read: int
    """How many files the scan read, for answers that rest on absence."""
    landmarks: Sequence[Landmark] = ()
    """What bears on replay without being a site."""

    @property
    def platform(self) -> list[Site]:
        """Places where a vendor decides."""
        return [s for s in self.sites if s.ownership is Ownership.PLATFORM]

    @property
    def owned(self) -> list[Site]:
        """Places where own code does."""
        return [s for s in self.sites if s.ownership is Ownership.OWNED]

    @property
    def held_by(self) -> list[str]:
        """Ids of the runtimes that hold something here, those that run the agents first."""
        return list(dict.fromkeys([*self.here.driven, *self.here.harness, *(s.runtime for s in self.platform)]))

    @property
    def drivers(self) -> list[str]:
        """Names of what runs the agents."""
        return [name_of(id, self.runtimes) for id in (self.here.driven or self.here.harness)]


def part(heading: str, text: str, sites: Iterable[Site] = ()) -> AnswerPart:
    """One part of an answer, with the places it rests on."""
    return AnswerPart(heading=heading, text=text, because=tuple(dict.fromkeys(site.id for site in sites)))


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


def found_text(sites: Sequence[Site], limit: int = 3) -> str:
    """What was found, one clause per rule with its places and what is written there, the rule with most places first."""
    groups: dict[str, list[Site]] = {}
    for site in sites:
        groups.setdefault(site.rule, []).append(site)
    ranked = sorted(groups.values(), key=lambda g: (-len(g), g[0].rule))
    clauses = []
    for group in ranked[:limit]:
        written = list(dict.fromkeys(limit for site in group for limit in site.detail.limits))[:3]
        clauses.append(f"{group[0].what.rstrip('.')} ({places_text(group)}{'; written: ' + ', '.join(written) if written else ''})")
    more = sum(len(group) for group in ranked[limit:])
    return "; ".join(clauses) + (f"; and {more} more place{'s' if more > 1 else ''}" if more else "")


def count(number: int, noun: str = "place") -> str:
    """`1 place`, `3 places`."""
    return f"{number} {noun}{'s' if number != 1 else ''}"


def name_of(id: str, runtimes: Mapping[str, Runtime]) -> str:
    """Name of a runtime, else its id."""
    return runtimes[id].name if id in runtimes else id


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def fact_text(fact: Fact, name: str) -> str:
    """One documented behaviour with its source and the day it was read."""
    lead = "Said of" if fact.evidence in _DOUBTFUL else "Documented for"
    ground = f"{GROUNDS[fact.evidence]}, {fact.source.url}, read {fact.source.checked_on.isoformat()}"
    return f"{lead} {name}: {fact.statement.rstrip('.')} ({ground})."


def facts_of(question: str, ids: Sequence[str], runtimes: Mapping[str, Runtime]) -> list[tuple[str, Fact]]:
    """Documented facts on a question with their runtime, spread over the runtimes, in the order of their files, doubtful ones last."""
    ranked = [
        (place, number, id, fact)
        for number, id in enumerate(ids)
        if id in runtimes
        for place, fact in enumerate(
            sorted((f for f in runtimes[id].facts if f.question == question), key=lambda f: f.evidence in _DOUBTFUL)
        )
    ]
    ranked.sort(key=lambda row: (row[0], row[1]))
    return [(id, fact) for _, _, id, fact in ranked]


def facts_text(question: Question, ids: Sequence[str], runtimes: Mapping[str, Runtime], limit: int = 2) -> list[str]:
    """Up to `limit` documented facts on a question."""
    return [fact_text(fact, name_of(id, runtimes)) for id, fact in facts_of(question, ids, runtimes)[:limit]]


def documented(base: Base, told: Sequence[Fact] = (), limit: int = 2) -> list[AnswerPart]:
    """The part with what the vendors document, without facts an earlier part has told."""
    if base.verdict == "owned":
        return []
    facts = [(id, fact) for id, fact in facts_of(base.question, base.held_by, base.runtimes) if fact not in told]
    if not facts:
        return []
    return [part(DOCUMENTED, " ".join(fact_text(fact, name_of(id, base.runtimes)) for id, fact in facts[:limit]))]


def silent(base: Base, noun: str) -> str:
    """The sentence for what was not found, empty where both sides were."""
    nothing = f"{noun} was found in the {base.files_read} files read"
    names = base.drivers
    if base.rule == "left-to-the-runtime":
        known = "It is known only from a manifest or the config. " if base.here.by_manifest else ""
        return f"{listed(names)} {'run' if len(names) > 1 else 'runs'} the agents. {known}No {nothing}."
    if base.rule == "own-loop-with-a-gap":
        return f"The agent loop runs in your own process, and no {nothing}: a gap, but not one a vendor fills."
    if base.rule == "vendor-only":
        return f"No {nothing}."
    return ""
