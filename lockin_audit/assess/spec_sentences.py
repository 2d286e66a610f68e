"""Finds in an instruction the sentences that forbid, hand over, or decide, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from lockin_audit.core.declared import DeclaredText

SentenceKind = Literal["guardrails", "escalation", "criteria"]
LONGEST = 400
"""Longest sentence that is taken, in characters; longer ones are lists or code."""
_UNIT = re.compile(r"(?:^|\n)(?=\s*(?:[-*•>#]|\d{1,3}[.)]|<|[A-Z][\w ]{1,40}:\s*\n)|[ \t]*\n)")
_MARK = re.compile(r"^[\s\-*•>#]*(?:\d{1,3}[.)]\s+)?[\s*_]*")
_END = re.compile(r"(?<=[.!?])[\"')*]*\s+(?=[A-Z\"'(*])")
_ESCALATION = re.compile(
    r"\bescalat\w*|\brefer(?:red|s)?\b(?=.{0,60}\b(?:to|every|all|any|claims?|cases?|person|human)\b)"
    r"|\bhand(?:s|ed)?[ -]?(?:it |them |the \w+ )?(?:over|off)\b|\btransfer(?:s|red)? (?:to|the|them|it)\b"
    r"|\bhuman (?:agent|review\w*|operator|approval|support)\b|\bmanual review\b"
    r"|\b(?:ask|contact|call) (?:a|the) (?:person|human|supervisor|manager)\b",
    re.IGNORECASE,
)
_GUARDRAIL = re.compile(
    r"\b(?:never|do not|don['’]t|must not|mustn['’]t|may not|under no circumstances|refuse to|not allowed|is forbidden|avoid"
    r"|refrain from|without deciding|only (?:use|answer|call|discuss|respond)|no matter what)\b",
    re.IGNORECASE,
)
_CRITERIA = re.compile(
    r"\b(?:decide|classif\w+|approve|reject|deny|determine (?:whether|if)|categori[sz]e)\b"
    r"|\b(?:above|below|at least|at most|more than|less than|greater than|exceed\w*|within \d|between \d)\b"
    r"|^(?:if|when|unless)\b.{0,120}\bmust\b",
    re.IGNORECASE,
)


def sentences(text: DeclaredText) -> Iterator[tuple[SentenceKind, str, int]]:
    """Kind, words and line of each sentence that rules something; a sentence has one kind, handing over before forbidding."""
    for sentence, offset in _sentences(text.text):
        kind: SentenceKind
        if _ESCALATION.search(sentence):
            kind = "escalation"
        elif _GUARDRAIL.search(sentence):
            kind = "guardrails"
        elif _CRITERIA.search(sentence):
            kind = "criteria"
        else:
            continue
        yield kind, sentence, text.line_at(offset)


def _sentences(text: str) -> Iterator[tuple[str, int]]:
    """Sentences of at least three words with their offset; an item of a list is one unit, a wrapped line goes on."""
    starts = [0, *(match.end() for match in _UNIT.finditer(text) if match.end()), len(text)]
    for begin, end in pairwise(starts):
        unit = text[begin:end]
        mark = _MARK.match(unit)
        at = mark.end() if mark is not None else 0
        for cut in [*(m.end() for m in _END.finditer(unit, at)), len(unit)]:
            words = re.sub(r"\*\*|__|`", "", " ".join(unit[at:cut].split()))
            if 12 <= len(words) <= LONGEST and words.count(" ") >= 2 and not words.endswith(":"):
                yield words, begin + at
            at = cut
