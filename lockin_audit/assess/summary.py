"""Verdicts in words: a lead a CTO understands, then the parts of the answer, which name files and lines and what the vendor documents."""

from __future__ import annotations

from collections.abc import Callable

from lockin_audit.assess.answering import replay, retry, state, telemetry
from lockin_audit.assess.answering.words import Base, uncertain
from lockin_audit.core.audit import AnswerPart, VerdictValue
from lockin_audit.core.evidence import Question

_LEADS: dict[Question, dict[VerdictValue, str]] = {
    "retry": {
        "platform": "The vendor's runtime decides; nothing of yours was found that says what is tried again and when to give up.",
        "mixed": "Both decide: your code retries some failures, the vendor's runtime others.",
        "owned": "Your own code, or software you run, decides what is retried.",
        "none": "No agent work was found, so there is nothing to retry.",
    },
    "state": {
        "platform": "The state of a session lives with the vendor; what you hold is at most the id that points to it.",
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
        "platform": "What you see of the agents goes through the vendor's format; the places named here depend on it.",
        "mixed": "You record some steps yourself and read others in the vendor's format; the latter break when it changes.",
        "owned": "What you see of the agents is recorded by yourself; no monitoring found here reads a vendor's format.",
        "none": "No agent work was found, so there is no agent monitoring.",
    },
}
_BY_RULE: dict[str, dict[Question, str]] = {
    "left-to-the-runtime": {
        "retry": "Nothing in your code decides what is tried again after a failure; that is left to {vendor}.",
        "state": "No store of your own was found, so what a session knows lives with {vendor}.",
        "replay": "Nothing of yours takes a failed run up again; that can be done only by the means of {vendor}.",
        "telemetry": "Nothing of yours was found that records or reads what the agents do; all that can be seen comes from {vendor}.",
    },
    "runtime-retries-beside-own-code": {
        "retry": "Both decide: your code tries some failures again, and what happens after a failure inside a run is left to {vendor}.",
    },
    "own-code-beside-runtime": {
        "state": "The agents run on {vendor}, but only stores of your own were found; what is kept there does not show in the code.",
        "replay": "The agents run on {vendor}, but what was found for taking up a failed run again is your own.",
        "telemetry": "The agents run on {vendor}, but the monitoring that was found is your own; nothing found reads a vendor's format.",
    },
    "own-loop-with-a-gap": {
        "retry": "Your own code runs the agents, and nothing was found in it that tries a failed step again.",
        "state": "Your own code runs the agents, and no store of sessions was found: what a run knows may be gone when its process ends.",
        "replay": "Your own code runs the agents, and nothing was found from which a failed run could be taken up again.",
        "telemetry": "Your own code runs the agents, and no record of their steps was found; nothing found here reads a vendor's format.",
    },
}
"""Where a rule of decision says more than its verdict: the first sentence in its place; `{vendor}` is what runs the agents."""
_SHAPE_ONLY = (
    "Only the shape of the agent's state was found in your code, and no store: what a run knows may be gone when its process ends.",
    "The state of a session lives with the vendor; only its shape is written in your code.",
)
"""First sentence on state where the code holds no store of its own: without a vendor, and with one."""
_ONLY_WAITS: dict[VerdictValue, str] = {
    "mixed": "Your code sets how long it waits or when it stops; what is tried again after a failure is left to {vendor}.",
    "owned": "Your code sets how long it waits or when it stops; nothing was found in it that tries a failed step again.",
}
"""First sentence on retries where the code holds limits and no second attempt."""
_ANSWERS: dict[Question, Callable[[Base], list[AnswerPart]]] = {
    "retry": retry.answer,
    "state": state.answer,
    "replay": replay.answer,
    "telemetry": telemetry.answer,
}


def answered(base: Base) -> tuple[str, tuple[AnswerPart, ...]]:
    """The answer to one question: its first sentences, and the parts that follow."""
    lead = _LEADS[base.question][base.verdict]
    if base.question == "state" and base.owned and not state.stores(base):
        lead = _SHAPE_ONLY[base.verdict == "mixed"]
    elif base.question == "retry" and base.verdict in _ONLY_WAITS and retry.only_waits(base):
        lead = _ONLY_WAITS[base.verdict].format(vendor=base.vendor)
    elif not (base.question == "state" and base.verdict == "owned" and state.history(base)):
        lead = _BY_RULE.get(base.rule, {}).get(base.question, lead).format(vendor=base.vendor)
    if base.verdict == "none":
        return f"{lead} No agent runtime, framework or model call that this version knows stands in the {base.files_read} files read.", ()
    if base.sites and all(uncertain(site) for site in base.sites):
        lead += " This rests on places that are likely, not certain."
    parts = tuple(_ANSWERS[base.question](base))
    return lead, parts
