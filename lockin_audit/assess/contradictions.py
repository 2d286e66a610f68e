"""Where what people say and what the code shows differ, one sentence each, with the files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lockin_audit.ask.answers import Response
from lockin_audit.ask.prefill import bearing, shown
from lockin_audit.assess.answering.words import places_text
from lockin_audit.assess.inputs import about
from lockin_audit.assess.workflows import WHOLE
from lockin_audit.core.audit import Verdict
from lockin_audit.core.evidence import Ownership, Question, Site

_WORDS = {"platform": "with the vendor", "mixed": "partly with the vendor, partly with you", "owned": "in your own hands"}


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


def _lead(workflow: str) -> str:
    return "" if workflow == WHOLE.id else f"{workflow}: "


def _contradiction(response: Response, sites: Sequence[Site]) -> str:
    """What one answer outside the four questions leaves unsaid; empty where it agrees or the code shows nothing."""
    said, question = response.choice.shown_by, response.question
    seen = shown(response.section, question, sites)
    if said is None or seen is None or said == seen or seen not in _WORDS:
        return ""
    places = bearing(response.section, question, sites)
    against = Ownership.OWNED if said == "platform" else Ownership.PLATFORM
    against_it = [site for site in places if site.ownership is against] or list(places)
    who = response.answer.by.strip() or "Someone"
    number = len({site.file for site in against_it})
    files = "this file shows" if number == 1 else f"these {number} files show"
    return f'{who} answered "{response.choice.label.rstrip(".")}" to {question.id}; {files} it {_WORDS[seen]}: {places_text(against_it)}.'
