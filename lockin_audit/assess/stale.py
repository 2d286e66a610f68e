"""Answers that were given beside places in the code which are no longer there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lockin_audit.core.audit import GonePlace
from lockin_audit.core.evidence import Site

if TYPE_CHECKING:
    from lockin_audit.ask.answers import Response

_SHOWN = 3


def gone(answers: Sequence[Response], sites: Iterable[Site]) -> tuple[GonePlace, ...]:
    """The places that answers refer to and that the scan no longer finds.

    A site keeps its id when lines move, so a place goes only when the code at the place itself changed.

    Args:
        answers: of every respondent.
        sites: everything the scan found, at every confidence.
    """
    known = {site.id for site in sites}
    out = []
    for response in answers:
        for place in response.answer.places:
            id, _, where = place.partition(" ")
            if id not in known:
                file, _, line = where.rpartition(":")
                told = bool(file) and line.isascii() and line.isdigit() and len(line) < 10
                out.append(GonePlace(answer=response.answer.id, site=id, file=file if told else where, line=int(line) if told else 0))
    return tuple(out)


def stale(answers: Sequence[Response], sites: Iterable[Site]) -> tuple[str, ...]:
    """One sentence for each answer whose places are gone, with file and line as they were then.

    Args:
        answers: of every respondent.
        sites: everything the scan found, at every confidence.
    """
    found = tuple(sites)
    out: dict[str, None] = {}
    for response in answers:
        answer = response.answer
        lost = gone([response], found)
        if not lost:
            continue
        named = ", ".join(f"{place.file}:{place.line}" if place.line else place.file or place.site for place in lost[:_SHOWN])
        named += f" and {len(lost) - _SHOWN} more" if len(lost) > _SHOWN else ""
        lead = f"{answer.workflow}: " if answer.workflow else ""
        when = f" on {answer.on.isoformat()}" if answer.on else ""
        are = "one is no longer as it was" if len(lost) == 1 else f"{len(lost)} are no longer as they were"
        out[
            f'{lead}{answer.by.strip() or "Someone"} answered "{response.choice.label.rstrip(".")}" to {answer.question}{when} '
            f"beside {len(answer.places)} place{'s' if len(answer.places) > 1 else ''} in the code, of which {are} ({named}): ask again."
        ] = None
    return tuple(out)
