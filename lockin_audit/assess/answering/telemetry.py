"""Which files read which fields of a vendor, what breaks with them, and what is recorded of reasons rather than of events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lockin_audit.assess.answering.words import Base, count, documented, part, places_text, silent, told_of, uncertain
from lockin_audit.core.audit import AnswerPart
from lockin_audit.core.evidence import Ownership, Site

_FILES = 6
_KINDS = 4
_FIELDS = 10


def answer(base: Base) -> list[AnswerPart]:
    """The parts of the answer."""
    parts = []
    if base.platform:
        text = f"{_kinds(base.platform)} By file:"
        parts.append(part("What breaks when the vendor's format changes", text, base.platform, _readers(base.platform)))
    if base.owned:
        parts.append(part("Your own record", told_of(base, base.owned), base.owned))
    nothing = silent(base, "telemetry of your own around agent steps")
    if nothing:
        parts.append(part("Your own record", nothing))
    return [*parts, *_why(base.sites), *documented(base)]


def _kinds(sites: Sequence[Site]) -> str:
    """How many places, and what kinds of them, the kind with most places first."""
    counted = Counter(site.what.rstrip(".") for site in sites)
    kinds = sorted(counted, key=lambda what: (-counted[what], what))
    more = len(kinds) - _KINDS
    told = "; ".join(kinds[:_KINDS]) + (f"; and {count(more, 'more kind')}" if more > 0 else "")
    files = len({site.file for site in sites})
    doubt = ", likely and not certain" if all(uncertain(site) for site in sites) else ""
    return f"{count(len(sites))} in {count(files, 'file')}{doubt}. {told}."


def _readers(sites: Sequence[Site]) -> list[str]:
    """One clause per file: the fields it reads and where."""
    files: dict[str, list[Site]] = {}
    for site in sites:
        files.setdefault(site.file, []).append(site)
    ranked = sorted(files.items(), key=lambda item: (-len(item[1]), item[0]))
    clauses = []
    for _, own in ranked[:_FILES]:
        fields = list(dict.fromkeys(name for site in own for name in site.detail.names))
        more = f" and {len(fields) - _FIELDS} more" if len(fields) > _FIELDS else ""
        reads = f"reads {', '.join(fields[:_FIELDS])}{more}" if fields else "uses the vendor's interface; no field is named there"
        clauses.append(f"{places_text(own)} {reads}")
    rest = len(ranked) - _FILES
    return [*clauses, f"And {count(rest, 'more file')}"] if rest > 0 else clauses


def _why(sites: Sequence[Site]) -> list[AnswerPart]:
    """What tells why (causal), and what only tells what happened (operational); without a place that neither is recorded."""
    causal = [site for site in sites if site.detail.reasons]
    plain = [site for site in sites if not site.detail.reasons]
    own = [site for site in causal if site.ownership is Ownership.OWNED]
    given = [site for site in causal if site.ownership is Ownership.PLATFORM]
    sentences = []
    if own:
        sentences.append(f"You record why: {_fields(own)} ({places_text(own)}).")
    if given:
        sentences.append(f"The vendor tells why, in its own words and as far as it chooses: {_fields(given)} ({places_text(given)}).")
    if not own:
        sentences.append("No reason, score or threshold behind a decision was found in what your own code records.")
    parts = [part("Causal: why it was decided so", " ".join(sentences), causal)]
    if plain:
        text = f"{count(len(plain))} {'tells' if len(plain) == 1 else 'tell'} only what happened, when and how much ({places_text(plain)})."
        parts.append(part("Operational: what happened", text, plain))
    return parts


def _fields(sites: Sequence[Site]) -> str:
    return ", ".join(list(dict.fromkeys(reason for site in sites for reason in site.detail.reasons))[:_FIELDS])
