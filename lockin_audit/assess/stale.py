"""Answers that were given beside places in the code which are no longer there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lockin_audit.ask.answers import Response
from lockin_audit.core.evidence import Site

_SHOWN = 3


def stale(answers: Sequence[Response], sites: Iterable[Site]) -> tuple[str, ...]:
    """One sentence for each answer whose places are gone, with file and line as they were then.

    A site keeps its id when lines move, so an answer goes stale only when the code at the place itself changed.

    Args:
        answers: of every respondent.
        sites: everything the scan found, at every confidence.
    """
    known = {site.id for site in sites}
    out: dict[str, None] = {}
    for response in answers:
        answer = response.answer
        gone = [place.partition(" ") for place in answer.places if place.partition(" ")[0] not in known]
        if not gone:
            continue
        named = ", ".join(where or id for id, _, where in gone[:_SHOWN]) + (f" and {len(gone) - _SHOWN} more" if len(gone) > _SHOWN else "")
        lead = f"{answer.workflow}: " if answer.workflow else ""
        when = f" on {answer.on.isoformat()}" if answer.on else ""
        are = "one is no longer as it was" if len(gone) == 1 else f"{len(gone)} are no longer as they were"
        out[
            f'{lead}{answer.by.strip() or "Someone"} answered "{response.choice.label.rstrip(".")}" to {answer.question}{when} '
            f"beside {len(answer.places)} place{'s' if len(answer.places) > 1 else ''} in the code, of which {are} "
            f"({named}): ask again."
        ] = None
    return tuple(out)
