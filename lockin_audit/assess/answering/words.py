"""What the four answers share: the ground they stand on, and places, limits and documented facts in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lockin_audit.assess.effort import load_effort
from lockin_audit.assess.presence import Presence
from lockin_audit.core.audit import AnswerPart, VerdictValue
from lockin_audit.core.evidence import Confidence, Landmark, Ownership, Question, Site
from lockin_audit.core.runtime import GROUNDS, Fact, Role, Runtime

DOCUMENTED = "What the vendor documents"
"""Heading of the part that tells facts of vendors."""
BY_ITSELF = "What the software you run does by itself"
"""Heading of the part that tells facts of engines and frameworks in the own process."""
FACTS = frozenset((DOCUMENTED, BY_ITSELF))
"""Headings of parts that hold for a runtime wherever it is used; views that repeat the answers by workflow leave them out."""
_DOUBTFUL = ("secondary", "unverified")
_OWN_SOFTWARE = ("durable_engine", "framework")
_WORDS = re.compile(r"[A-Za-z]{5,}")
_VOLATILE = re.compile(r"(?:Async)?(?:InMemory\w*|MemorySaver|VolatileMemoryStore)$")
"""Stores of libraries that forget everything when the process ends."""
_SPAN = re.compile(r"\b(?:datetime\.)?timedelta\((days|hours|minutes|seconds|milliseconds)=([\d._]+)\)")
_TIMER = re.compile(r"\bsetTimeout\(\s*\w+\s*,\s*([\d_]+)\s*\)")


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
    roles: Mapping[str, Role]
    """Id of a rule → what it finds more particularly than its dimension says."""
    files_read: int
    """How many files the scan read, for answers that rest on absence."""
    landmarks: Sequence[Landmark] = ()
    """What bears on replay without being a site."""

    def role(self, site: Site) -> Role | None:
        """What the rule of a place finds more particularly than its dimension says."""
        return self.roles.get(site.rule)

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
        """Ids of the runtimes that hold something here, those that run the agents first.

        What a managed runtime documents of its sessions, retries and checkpoints says nothing of a place that only searches its
        documents, nor of one beside the runtime that is driven, unless an id of a session points to it.
        """
        running = [*self.here.driven, *self.here.harness]
        scale = load_effort()
        holding = [site for site in self.platform if not scale.other_work(site, self.roles)] or self.platform
        beside = [
            site.runtime
            for site in holding
            if not self.here.driven
            or self.question == "telemetry"
            or site.detail.names
            or site.runtime not in self.runtimes
            or self.runtimes[site.runtime].kind != "managed_runtime"
        ]
        return list(dict.fromkeys([*running, *beside]))

    @property
    def own_software(self) -> list[str]:
        """Ids of the engines and frameworks in the own process that have a place here, the one with most places first."""
        counted = Counter(
            site.runtime for site in self.owned if site.runtime in self.runtimes and self.runtimes[site.runtime].kind in _OWN_SOFTWARE
        )
        return sorted(counted, key=lambda id: (-counted[id], id))

    @property
    def drivers(self) -> list[str]:
        """Names of what runs the agents."""
        return [name_of(id, self.runtimes) for id in (self.here.driven or self.here.harness)]

    @property
    def vendor(self) -> str:
        """What runs the agents, in words."""
        return listed(self.drivers) if self.drivers else "the vendor"


def part(heading: str, text: str, sites: Iterable[Site] = (), items: Sequence[str] = ()) -> AnswerPart:
    """One part of an answer, with the places it rests on. A list of one is none.

    Args:
        heading: what it is about.
        text: its sentences; with `items`, those before them.
        sites: what it rests on.
        items: members of a list, without a full stop.
    """
    because = tuple(dict.fromkeys(site.id for site in sites))
    whole = " ".join(filter(None, [text, *(f"{item}." for item in items)]))
    if len(items) < 2:
        return AnswerPart(heading=heading, text=whole, because=because)
    return AnswerPart(heading=heading, text=whole, because=because, opening=text, items=tuple(items))


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
        further = len(numbers) - 4
        shown.append(f"{file}:{', '.join(map(str, numbers[:4]))}" + (f" and {count(further, 'more line')}" if further > 0 else ""))
    more = len(lines) - limit
    return "; ".join(shown) + (f"; and {count(more, 'more file')}" if more > 0 else "")


def found_text(base: Base, sites: Sequence[Site], limit: int = 3, *, limits: bool = True) -> str:
    """What was found, one clause per rule with its places and (on `limits`) what is written there.

    The rule with most places comes first, permissions last.
    """
    groups: dict[str, list[Site]] = {}
    for site in sites:
        groups.setdefault(site.rule, []).append(site)
    ranked = sorted(groups.values(), key=lambda g: (base.role(g[0]) == "permission", -len(g), g[0].rule))
    clauses = []
    sure = not all(uncertain(site) for site in sites)
    for group in ranked[:limit]:
        written = limits_text(group, 3) if limits else ""
        doubt = "; likely, not certain" if sure and all(uncertain(site) for site in group) else ""
        clauses.append(f"{group[0].what.rstrip('.')} ({places_text(group)}{'; written there: ' + written if written else ''}{doubt})")
    more = sum(len(group) for group in ranked[limit:])
    return "; ".join(clauses) + (f"; and {count(more, 'more place')}" if more else "")


def uncertain(site: Site) -> bool:
    """Whether a place could not be traced to what it is taken for."""
    return site.confidence is not Confidence.HIGH


def told_of(base: Base, sites: Sequence[Site], *, limits: bool = True) -> str:
    """How many places, then what was found in them."""
    return f"{counted(sites)}. {found_text(base, sites, limits=limits)}."


def counted(sites: Sequence[Site]) -> str:
    """How many places, and whether none of them is certain."""
    return count(len(sites)) + (", likely and not certain" if all(uncertain(site) for site in sites) else "")


def limits_text(sites: Iterable[Site], most: int = 5) -> str:
    """The limits that are written at some places, each once, spans of time in words."""
    written = list(dict.fromkeys(spoken(limit) for site in sites for limit in site.detail.limits))
    return ", ".join(written[:most])


def spoken(limit: str) -> str:
    """A limit as somebody would say it: `timedelta(seconds=15)` is 15 seconds, `setTimeout(resolve, 5000)` a wait of 5000 milliseconds."""
    spans = _SPAN.sub(lambda found: f"{found[2]} {found[1].removesuffix('s') if found[2] == '1' else found[1]}", limit)
    return _TIMER.sub(r"a wait of \1 milliseconds", spans)


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
    return f"{_fact_lead(fact)} {name}: {_fact(fact)}"


def facts_text(facts: Iterable[tuple[str, Fact]], runtimes: Mapping[str, Runtime]) -> str:
    """Documented behaviours with their runtimes, each runtime named once for those that follow one another."""
    told: list[str] = []
    before = ""
    for id, fact in facts:
        lead = f"{_fact_lead(fact)} {name_of(id, runtimes)}"
        told.append(_fact(fact) if lead == before else f"{lead}: {_fact(fact)}")
        before = lead
    return " ".join(told)


def _fact_lead(fact: Fact) -> str:
    return "Said of" if fact.evidence in _DOUBTFUL else "Documented for"


def _fact(fact: Fact) -> str:
    ground = f"{GROUNDS[fact.evidence]}, {fact.source.url}, read {fact.source.checked_on.isoformat()}"
    return f"{fact.statement.rstrip('.')} ({ground})."


def facts_of(question: str, ids: Sequence[str], runtimes: Mapping[str, Runtime], about: Iterable[Site] = ()) -> list[tuple[str, Fact]]:
    """Documented facts on a question with their runtime, spread over the runtimes, in the order of their files, doubtful ones last;
    with places, those first that speak in the same words as what was found most."""
    said = Counter(word for site in about for word in set(_WORDS.findall(site.what)))
    ranked = [
        (place, number, id, fact)
        for number, id in enumerate(ids)
        if id in runtimes
        for place, fact in enumerate(
            sorted(
                (f for f in runtimes[id].facts if f.question == question),
                key=lambda f: (f.evidence in _DOUBTFUL, -sum(said[word] for word in set(_WORDS.findall(f.statement)))),
            )
        )
    ]
    ranked.sort(key=lambda row: (row[0], row[1]))
    return [(id, fact) for _, _, id, fact in ranked]


def documented(base: Base, told: Sequence[Fact] = (), limit: int = 2) -> list[AnswerPart]:
    """What the vendors document, and what engines and frameworks in the own process do by themselves, without facts already told."""
    parts = []
    vendors = [] if base.verdict == "owned" else base.held_by
    for heading, ids, most in ((DOCUMENTED, vendors, limit), (BY_ITSELF, [id for id in base.own_software if id not in vendors], 1)):
        facts = [(id, fact) for id, fact in facts_of(base.question, ids, base.runtimes) if fact not in told]
        if facts:
            parts.append(part(heading, facts_text(facts[:most], base.runtimes)))
    return parts


def silent(base: Base, noun: str) -> str:
    """The sentence for what was not found, empty where both sides were."""
    nothing = f"No {noun} was found in the {base.files_read} files read, as far as this version knows such code."
    if base.rule == "left-to-the-runtime":
        return nothing + (f" {base.vendor} is known only from a manifest or the config." if base.here.by_manifest else "")
    if base.rule == "own-loop-with-a-gap":
        return f"{nothing} If that is a gap, it is yours: no vendor fills it."
    if base.rule == "vendor-only":
        return nothing
    return ""


def is_volatile(site: Site) -> bool:
    """Whether what a place keeps is gone when the process ends, told by the name of the store."""
    return bool(site.detail.names) and _VOLATILE.match(site.detail.names[0]) is not None
