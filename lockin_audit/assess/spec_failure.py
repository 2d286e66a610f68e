"""Attempts, waits and time limits that the code writes itself, as the policy of a specification."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lockin_audit.core.evidence import Dimension, Ownership, Site
from lockin_audit.core.record import Record
from lockin_audit.core.spec import OPEN, Failure, Found

MOST_PLACES = 6
_ATTEMPTS = re.compile(
    r"(?:(?:[\w.]{0,40}_)?(?:attempts|tries|max_?attempts)\s*[=:]\s*|stop_after_attempt\(\s*|\w*MaxAttempts\(|MaximumAttempts\W+)(\d{1,3})\)?",
    re.IGNORECASE,
)
_SECONDS = re.compile(r"(?:timeout|timeout_seconds|timeout_s|time_limit)\s*[=:]\s*(\d{1,6}(?:\.\d+)?)", re.IGNORECASE)
_REPEATS = re.compile(r"^[\w.]*(?:retr|attempt|tries)\w*\s*[=:(]|^stop_after|^range\(", re.IGNORECASE)
_TIMEOUT = re.compile(r"timeout|deadline|time_limit|stop_after_delay", re.IGNORECASE)
_LIMIT = re.compile(r"retr|attempt|tries|stop_after|range\(|timeout|deadline|sleep|wait|backoff|delay", re.IGNORECASE)


class Written(Record):
    """One limit as the code writes it."""

    text: str
    file: str
    line: int


def limits_of(sites: Iterable[Site]) -> tuple[Written, ...]:
    """Limits of retries that the code writes itself, each once per place, sorted."""
    found = {
        (site.file, _line(site, limit), limit)
        for site in sites
        if site.dimension is Dimension.RETRY and site.ownership is Ownership.OWNED
        for limit in site.detail.limits
        if _LIMIT.search(limit)
    }
    return tuple(Written(text=text, file=file, line=line) for file, line, text in sorted(found))


def _line(site: Site, limit: str) -> int:
    """Line of a limit: the site's, or that of the function whose parameters set it."""
    name = re.split(r"[\s=:(]", limit, maxsplit=1)[0]
    stands_here = re.search(rf"\b{re.escape(name)}\b\s*(?:[:=(]|$)", site.snippet) is not None
    in_head = attempts_in(limit) is not None and not stands_here and site.detail.function_line > 0
    return site.detail.function_line if in_head else site.line


def attempts_in(limit: str) -> int | None:
    """Attempts in all that a limit states; None where it counts anything else (repeats after the first, rounds, a name)."""
    found = _ATTEMPTS.fullmatch(limit.strip())
    return int(found[1]) if found is not None and 1 <= int(found[1]) <= 100 else None


def seconds_in(limit: str, file: str) -> float | None:
    """Seconds of a time limit; None where the unit is not certain: scripts count milliseconds."""
    found = _SECONDS.fullmatch(limit.strip())
    return float(found[1]) if found is not None and file.endswith((".py", ".ipynb")) and float(found[1]) > 0 else None


def failure_of(sites: Sequence[Site]) -> tuple[Failure, list[Found]]:
    """The policy where the code states one figure; else a gap that says what the code writes and where."""
    limits = limits_of(sites)
    found: list[Found] = []
    values: dict[str, float] = {}
    for field, read, kind in (
        ("attempts", lambda limit: attempts_in(limit.text), _REPEATS),
        ("timeout_seconds", lambda limit: seconds_in(limit.text, limit.file), _TIMEOUT),
    ):
        said = [(value, limit) for limit in limits if (value := read(limit)) is not None]
        unclear = any(kind.search(limit.text) for limit in limits if read(limit) is None)
        if said and not unclear and len({value for value, _ in said}) == 1:
            values[field] = said[0][0]
            found += [Found(field=f"failure.{field}", file=limit.file, line=limit.line) for _, limit in said[:3]]
    then = f"{OPEN} What happens when a step failed for good?"
    others = [limit for limit in limits if not (attempts_in(limit.text) and "attempts" in values)]
    if others:
        told = "; ".join(f"{limit.text} at {limit.file}:{limit.line}" for limit in others[:MOST_PLACES])
        more = f"; and {len(others) - MOST_PLACES} more" if len(others) > MOST_PLACES else ""
        then = f"{OPEN} The code writes {told}{more}. Which is the policy, and what happens when a step failed for good?"
    held = [s for s in sites if s.dimension is Dimension.RETRY and s.ownership is Ownership.PLATFORM]
    if held and not limits:
        where = f"{held[0].file}:{held[0].line}"
        then = (
            f"{OPEN} The runtime decides about repeats ({where}). How often may a step be tried, and what follows when it failed for good?"
        )
    attempts = int(values["attempts"]) if "attempts" in values else None
    return Failure(attempts=attempts, timeout_seconds=values.get("timeout_seconds"), then=then), found
