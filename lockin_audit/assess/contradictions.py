"""Where what people say and what the code shows differ, one sentence each, with the files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lockin_audit.assess.answering.words import places_text
from lockin_audit.assess.inputs import about
from lockin_audit.assess.workflows import WHOLE
from lockin_audit.core.audit import Verdict
from lockin_audit.core.evidence import Ownership, Question, Site

if TYPE_CHECKING:
    from lockin_audit.ask.answers import Response

_SHOWS: dict[tuple[str, str], tuple[str, str]] = {
    ("owned", "platform"): ("leaves it to the vendor", "leave it to the vendor"),
    ("owned", "mixed"): ("leaves part of it to the vendor", "leave part of it to the vendor"),
    ("platform", "owned"): ("keeps it in your own hands", "keep it in your own hands"),
    ("platform", "mixed"): ("keeps part of it in your own hands", "keep part of it in your own hands"),
    ("mixed", "platform"): ("leaves all of it to the vendor", "leave all of it to the vendor"),
    ("mixed", "owned"): ("keeps all of it in your own hands", "keep all of it in your own hands"),
}
"""What was said, what the code shows → what one file does, what several files do."""


def contradictions(
    answers: Sequence[Response], sites: Sequence[Site], verdicts: Mapping[str, Mapping[Question, Verdict]]
) -> tuple[str, ...]:
    """Every contradiction of an audit: those of the four questions first, then those of other questions the code can show.

    Args:
        answers: of every respondent.
        sites: places that count, with their workflow set.
        verdicts: workflow id → its four verdicts, which carry their own contradictions.
    """
    out: list[str] = []
    for workflow, found in verdicts.items():
        out += [f"{_lead(workflow)}{question}: {v.contradiction}" for question, v in found.items() if v.contradiction]
    for workflow in verdicts:
        own = [site for site in sites if site.workflow == workflow]
        for response in about(answers, workflow):
            sentence = _contradiction(response, own)
            if sentence:
                out.append(_lead(workflow) + sentence)
    return tuple(dict.fromkeys(out))


def against(said: str, seen: str, sites: Sequence[Site]) -> str:
    """The half-sentence that sets the code against an answer, with the files: `these 4 files leave it to the vendor: a.py:1; ...`.

    Args:
        said: who holds it according to the answer.
        seen: who holds it according to the code.
        sites: the places that show it; those against the answer are named.
    """
    other = {"owned": Ownership.PLATFORM, "platform": Ownership.OWNED}.get(said)
    named = [site for site in sites if site.ownership is other] or list(sites)
    number = len({site.file for site in named})
    one, several = _SHOWS.get((said, seen), ("shows otherwise", "show otherwise"))
    return f"{'this file' if number == 1 else f'these {number} files'} {one if number == 1 else several}: {places_text(named)}"


def _lead(workflow: str) -> str:
    return "" if workflow == WHOLE.id else f"{workflow}: "


def _contradiction(response: Response, sites: Sequence[Site]) -> str:
    """What one answer outside the four questions leaves unsaid; empty where it agrees or the code shows nothing."""
    from lockin_audit.ask.prefill import bearing, shown  # only where people answered are the questionnaires needed

    said, question = response.choice.shown_by, response.question
    seen = shown(response.section, question, sites)
    if said is None or seen is None or (said, seen) not in _SHOWS:
        return ""
    who = response.answer.by.strip() or "Someone"
    shows = against(said, seen, bearing(response.section, question, sites))
    return f'{who} answered "{response.choice.label.rstrip(".")}" to {question.id}; {shows}.'
