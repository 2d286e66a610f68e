"""`lockin-audit questionnaires`: what can be asked."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


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
        table(
            f"{questionnaire.id}: {questionnaire.title}",
            ("question", "text", "decides"),
            [(q.id, q.text, str(s.about) if q.decides else "") for s in questionnaire.sections for q in s.questions],
        )
