"""What vendors have announced of the runtimes that were found: an end, a close to new customers, a beta without promises.

From the status and the documented facts of the runtime files only; nothing is concluded from silence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from lockin_audit.assess.answering.words import count, fact_text
from lockin_audit.core.evidence import Dimension, Ownership, Site
from lockin_audit.core.runtime import Runtime

_ENDING = (
    r"\bshut down\b|\bswitched off\b|\bretired\b|\bclosed to new\b|\bmaintenance mode\b|\bdiscontinued\b|\bdeprecated\b"
    r"|\bends? (?:on )?20\d\d"
)
_ENDS = re.compile(_ENDING, re.IGNORECASE)
_ANNOUNCED = re.compile(rf"{_ENDING}|\bbeta\b", re.IGNORECASE)
_MOST = 8


def ends(runtime: Runtime) -> bool:
    """Whether its status speaks of an end, of the whole or of a part, past or to come."""
    return _ENDS.search(runtime.status) is not None


def notices(sites: Iterable[Site], runtimes: Iterable[Runtime]) -> tuple[str, ...]:
    """One sentence or two per runtime with a place where it decides or holds something, the one with most places first.

    Args:
        sites: those that count.
        runtimes: all that are known.
    """
    known = {runtime.id: runtime for runtime in runtimes}
    held = Counter(site.runtime for site in sites if site.ownership is Ownership.PLATFORM and concerned(site, known.get(site.runtime)))
    told = []
    for id in sorted(held, key=lambda id: (-held[id], id)):
        runtime = known.get(id)
        if runtime is None or _ANNOUNCED.search(runtime.status) is None:
            continue
        facts = [fact for fact in runtime.facts if fact.question == "lifecycle" and _ANNOUNCED.search(fact.statement)]
        ground = f" {fact_text(facts[0], runtime.name)}" if facts else ""
        told.append(f"{runtime.name} ({count(held[id])} here): {runtime.status}.{ground}")
    return tuple(told[:_MOST])


def concerned(site: Site, runtime: Runtime | None) -> bool:
    """Whether a place may use what the vendor has announced something of: no mere name of a model, and where only a part ends that is
    called like a dimension (`stored prompts end`), a place of that dimension."""
    parts = _ending_parts(runtime.status) if runtime is not None else frozenset[Dimension]()
    return site.dimension in parts if parts else site.dimension is not Dimension.MODEL


@cache
def _ending_parts(status: str) -> frozenset[Dimension]:
    """The dimensions that a status says the end of."""
    clauses = [clause for clause in status.split("; ") if _ENDS.search(clause)]
    return frozenset(dimension for dimension in Dimension if any(re.search(rf"\b{dimension.value}\b", clause) for clause in clauses))
