"""`lockin-audit questionnaires`: what can be asked."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lockin_audit.ask.questionnaire import Question


class Format(StrEnum):
    """Output forms of a list."""

    TABLE = "table"
    JSON = "json"


def questionnaires(
    format: Annotated[Format, typer.Option("--format", help="Form of the output.")] = Format.TABLE,
) -> None:
    """List the questionnaires and their questions.

    Example: lockin-audit questionnaires --format json
    """
    import json

    from lockin_audit.ask.questionnaire import load_questionnaires
    from lockin_audit.cli.terminal import emit, table

    known = load_questionnaires()
    if format is Format.JSON:
        rows = [q.model_dump(mode="json", by_alias=True, exclude_none=True) for q in known]
        emit(json.dumps({"schema": "lockin-audit/questionnaires/1", "questionnaires": rows}, indent=1, ensure_ascii=False))
        return
    for questionnaire in known:
        asked = list(questionnaire.questions())
        changes = {q.id: _changes(q) for q in asked}
        table(
            f"\n{questionnaire.id}: {questionnaire.title} ({len(asked)} questions)",
            ("question", "text", "what the answer changes"),
            [(q.id, q.text, changes[q.id]) for q in asked],
        )
    total = sum(len(list(q.questions())) for q in known)
    emit(f"\n{len(known)} questionnaires, {total} questions. Ask one with: lockin-audit ask {known[0].id}")


def _changes(question: Question) -> str:
    """What the answers to a question bear on, in words."""
    effects = [choice.effects for choice in question.choices]
    words = {
        "the verdict": question.decides,
        "how critical it is": any(e.criticality for e in effects),
        "who could run it": any(e.engineers is not None or e.on_call is not None for e in effects),
        "cost": any(e.assumptions for e in effects),
        "what is prepared": any(e.in_place for e in effects),
        "actions": any(e.action for e in effects),
    }
    return ", ".join(word for word, so in words.items() if so)
