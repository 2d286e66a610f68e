"""Takes names of vendors, model ids and their syntax out of a text, and marks each place for a person."""

from __future__ import annotations

from lockin_audit.assess.vocabulary import Vocabulary
from lockin_audit.core.spec import GAP

_ROUNDS = 6


def without_names(text: str, words: Vocabulary) -> tuple[str, tuple[str, ...]]:
    """The text with a marked gap where a telling word stood, and the words taken out, in order.

    Empty where the words cannot all be taken out.
    """
    taken: list[str] = []
    for _ in range(_ROUNDS):
        found = [word for _, word in words.found(text) if word not in GAP]
        if not found:
            return text, tuple(dict.fromkeys(taken))
        for word in sorted(found, key=len, reverse=True):
            text = text.replace(word, GAP)
        taken += found
    return "", tuple(dict.fromkeys(taken))
