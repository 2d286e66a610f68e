"""What to do because of what people answered, most pressing first; and where they gave different answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lockin_audit.core.audit import Action, ActionRisk, Disagreement

if TYPE_CHECKING:
    from lockin_audit.ask.answers import Response

_ORDER: tuple[ActionRisk, ...] = ("high", "unknown", "medium")


def actions(answers: Sequence[Response]) -> tuple[Action, ...]:
    """One action for each mitigation that an answer calls for; the same one called for twice stands once.

    Sorted by risk (high, not known, medium), then the quicker one first, then in the order of the questionnaires.
    """
    found: dict[tuple[str, str, str], Action] = {}
    for response in answers:
        effect, choice = response.effects.action, response.choice
        if effect is None or (choice.risk == "low" and not response.is_open):
            continue
        deed = f"Show what proves it, else it counts as open: {response.question.evidence}" if response.is_open else choice.mitigation
        key = (response.answer.questionnaire, deed, response.answer.workflow)
        earlier = found.get(key)
        because = tuple(dict.fromkeys((*(earlier.because if earlier else ()), response.answer.id)))
        found[key] = Action(
            what=deed,
            about=response.question.text,
            owner=effect.owner,
            days=effect.days,
            risk="unknown" if response.is_open else choice.risk,
            workflow=response.answer.workflow,
            because=because,
        )
    return tuple(sorted(found.values(), key=lambda a: (_ORDER.index(a.risk), a.days)))


def days_text(days: float) -> str:
    """An effort in words: `half a day`, `1 day`, `3 days`."""
    return "half a day" if days == 0.5 else f"{days:g} day{'s' if days != 1 else ''}"


def disagreements(answers: Sequence[Response]) -> tuple[Disagreement, ...]:
    """Questions that were answered differently by different people about the same workflow, in the order of asking."""
    asked: dict[tuple[str, str, str], list[Response]] = {}
    for response in answers:
        answer = response.answer
        asked.setdefault((answer.questionnaire, answer.question, answer.workflow), []).append(response)
    return tuple(
        Disagreement(
            question=question,
            text=given[0].question.text,
            workflow=workflow,
            said=tuple(f'{r.answer.by.strip() or "someone"}: "{r.choice.label.rstrip(".")}"' for r in given),
        )
        for (_, question, workflow), given in asked.items()
        if len({r.choice.id for r in given}) > 1
    )
