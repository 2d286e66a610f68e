"""`lockin-audit schema`: JSON Schemas of every file the tool reads or writes, made from the records themselves."""

from __future__ import annotations

from typing import Annotated

import typer

NAMES = ("config", "answers", "pack", "prices", "questionnaire", "audit", "study", "compare", "spec")


def schema(
    name: Annotated[str, typer.Argument(help=f"One of: {', '.join(NAMES)}.", metavar="NAME")],
) -> None:
    """Print the JSON Schema of a file format, for editors and other tools.

    Example: lockin-audit schema config
    """
    import json

    from lockin_audit.cli.terminal import emit
    from lockin_audit.core.errors import DataError

    if name not in NAMES:
        raise DataError("schema", f"{name!r} is not known.", f"Choose one of: {', '.join(NAMES)}.")
    emit(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema_of(name)}, indent=1, ensure_ascii=False))


def schema_of(name: str) -> dict[str, object]:
    """The JSON Schema of one of `NAMES`."""
    from lockin_audit.core.record import Record, json_schema

    record: type[Record]
    if name == "config":
        from lockin_audit.core.config import Config as record
    elif name == "pack":
        from lockin_audit.core.runtime import Runtime as record
    elif name == "prices":
        from lockin_audit.prices.price import PriceFile as record
    elif name == "questionnaire":
        from lockin_audit.ask.questionnaire import Questionnaire as record
    elif name == "answers":
        from lockin_audit.ask.answers import AnswersFile as record
    elif name == "audit":
        from lockin_audit.report.audit_formats import AuditDocument as record
    elif name == "spec":
        from lockin_audit.core.spec import WorkflowSpec as record
    elif name == "compare":
        from lockin_audit.report.change_formats import ChangesDocument as record
    else:
        from lockin_audit.report.study_json import StudyDocument as record
    return json_schema(record, "serialization" if name in ("audit", "study", "compare") else "validation")
