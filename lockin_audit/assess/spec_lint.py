"""What keeps a workflow specification from being portable: vendor names, model ids, provider syntax, gaps, vague words; and a score."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from lockin_audit.assess.vocabulary import Vocabulary
from lockin_audit.core.record import Record
from lockin_audit.core.spec import WorkflowSpec, gaps, is_open

FaultKind = Literal["vendor name", "doubtful name", "model id", "provider syntax", "missing", "accountability", "vague", "contract"]

WEIGHTS: dict[FaultKind, int] = {
    "vendor name": 10, "doubtful name": 2, "model id": 10, "provider syntax": 10, "accountability": 15, "missing": 5, "vague": 5,
    "contract": 5,
}  # fmt: skip
"""Points off the portability score for each fault; judgement, and printed with the score."""
_VAGUE = re.compile(
    r"\b(appropriate(?:ly)?|reasonabl[ey]|suitabl[ey]|adequate(?:ly)?|as needed|if necessary|where possible|in a timely manner|soon|quickly"
    r"|high quality|good|best|user-friendly|relevant|significant(?:ly)?|sensibl[ey]|proper(?:ly)?|etc|usually|normally|correctly)\b",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(r"\b(team|committee|department|everyone|nobody|vendor|provider|system|agent|we|us|it|tbd|n/?a)\b", re.IGNORECASE)
_NEEDED = ("task", "decision", "on_behalf_of", "human_in_the_loop", "outcome", "budget")
_LISTS = ("criteria", "guardrails", "escalation", "state", "telemetry")


class SpecFault(Record):
    """One thing to mend."""

    kind: FaultKind
    field: str
    """Key of the field."""
    found: str
    """The words that are at fault; empty for something missing."""
    remedy: str


class SpecLint(Record):
    """What lint found."""

    faults: tuple[SpecFault, ...]
    score: int
    """0 to 100: 100 less the points of `reasons`."""
    reasons: tuple[str, ...]
    """One sentence per kind of fault, with its points."""


def lint(spec: WorkflowSpec, vocabulary: Vocabulary) -> SpecLint:
    """Judge a specification; texts of the mapping are not looked at.

    Args:
        spec: what was written.
        vocabulary: names and syntax of every runtime that is known.
    """
    faults = [*_names(spec, vocabulary), *_gaps(spec), *_marked(spec), *_vague(spec), *_contracts(spec)]
    reasons, off = [], 0
    for kind, weight in WEIGHTS.items():
        number = sum(fault.kind == kind for fault in faults)
        if number:
            points = weight * number
            off += points
            reasons.append(f"{kind}: {number} place{'s' if number != 1 else ''}, {points} points off.")
    return SpecLint(faults=tuple(faults), score=max(0, 100 - off), reasons=tuple(reasons))


def _names(spec: WorkflowSpec, vocabulary: Vocabulary) -> Iterable[SpecFault]:
    remedies: dict[FaultKind, str] = {
        "vendor name": "Say what is needed, and move the name into [mapping].",
        "doubtful name": "Perhaps a person or a company of that name: leave it then; a product belongs into [mapping].",
        "model id": "Say what the model must be able to do, and move the id into [mapping].",
        "provider syntax": "Describe it in plain words, and move the syntax into [mapping].",
    }
    for field, text in spec.texts().items():
        if not is_open(text):
            for kind, words in vocabulary.found(text):
                judged: FaultKind = "doubtful name" if kind == "vendor name" and vocabulary.doubtful(text, words) else kind
                yield SpecFault(kind=judged, field=field, found=words, remedy=remedies[judged])


def _gaps(spec: WorkflowSpec) -> Iterable[SpecFault]:
    if is_open(spec.accountable):
        yield SpecFault(kind="accountability", field="accountable", found="", remedy="Name the one person who answers for its decisions.")
    elif match := _NO_PERSON.search(spec.accountable):
        yield SpecFault(
            kind="accountability", field="accountable", found=match[0], remedy="Name one person or post, not a group or a thing."
        )
    for field in _NEEDED:
        if is_open(getattr(spec, field)):
            yield SpecFault(kind="missing", field=field, found="", remedy="Say it in a sentence.")
    for field in _LISTS:
        texts = getattr(spec, field)
        if not texts or any(is_open(text) for text in texts):
            yield SpecFault(kind="missing", field=field, found="", remedy="List them, one sentence each; say so where there is none.")
    if spec.failure.attempts is None or spec.failure.timeout_seconds is None or is_open(spec.failure.then):
        yield SpecFault(kind="missing", field="failure", found="", remedy="Give attempts, timeout_seconds and what happens then.")
    for field, items in (("input", spec.inputs), ("output", spec.outputs)):
        if not items or any(is_open(item.meaning) for item in items):
            yield SpecFault(kind="missing", field=field, found="", remedy="Name each with its meaning and type.")


def _marked(spec: WorkflowSpec) -> Iterable[SpecFault]:
    """Gaps that stand within a text: a name taken out, a period not said."""
    for field, text in spec.texts().items():
        number = gaps(text)
        if number:
            told = f"{number} gap{'s' if number > 1 else ''} marked in the text"
            yield SpecFault(kind="missing", field=field, found=told, remedy="Say what is needed at every [OPEN: ...].")


def _vague(spec: WorkflowSpec) -> Iterable[SpecFault]:
    for field in ("criteria", "guardrails", "escalation"):
        for number, text in enumerate(getattr(spec, field), start=1):
            for word in dict.fromkeys(m[0].lower() for m in _VAGUE.finditer("" if is_open(text) else text)):
                yield SpecFault(kind="vague", field=f"{field} {number}", found=word, remedy="Give a figure, a document or an example.")


def _contracts(spec: WorkflowSpec) -> Iterable[SpecFault]:
    for tool in spec.tools:
        missing = [
            what
            for what, open_ in (
                ("its purpose", is_open(tool.purpose)),
                ("its inputs", not tool.inputs or any(is_open(i.meaning) for i in tool.inputs)),
                ("whether it changes something", tool.changes is None),
                ("whether a repeat does harm", tool.changes is True and tool.repeatable is None),
            )
            if open_
        ]
        if missing:
            yield SpecFault(kind="contract", field=f"tool {tool.name}", found="", remedy=f"Say {', '.join(missing)}.")
