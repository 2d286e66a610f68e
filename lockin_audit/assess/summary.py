"""Verdicts in words: a lead a CTO understands, then the parts of the answer, which name files and lines and what the vendor documents."""

from __future__ import annotations

from collections.abc import Callable

from lockin_audit.assess.answering import replay, retry, state, telemetry
from lockin_audit.assess.answering.words import Base
from lockin_audit.core.audit import AnswerPart, VerdictValue
from lockin_audit.core.evidence import Question

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
_ANSWERS: dict[Question, Callable[[Base], list[AnswerPart]]] = {
    "retry": retry.answer,
    "state": state.answer,
    "replay": replay.answer,
    "telemetry": telemetry.answer,
}


def answered(base: Base) -> tuple[str, tuple[AnswerPart, ...]]:
    """The answer to one question: its first sentences, and the parts that follow."""
    lead = _LEADS[base.question][base.verdict]
    if base.verdict == "none":
        return f"{lead} No agent runtime, framework or model call that this version knows stands in the {base.files_read} files read.", ()
    parts = tuple(_ANSWERS[base.question](base))
    return lead, parts
