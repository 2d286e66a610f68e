"""`lockin-audit runtimes`: which runtimes the audit knows."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """Output forms of a list."""

    TABLE = "table"
    JSON = "json"


def runtimes(
    format: Annotated[Format, typer.Option("--format", help="Form of the output.")] = Format.TABLE,
) -> None:
    """List the runtimes, frameworks and engines the audit knows.

    Example: lockin-audit runtimes
    """
    import json

    from lockin_audit.cli.pipeline import known_runtimes
    from lockin_audit.cli.terminal import emit, table

    known = known_runtimes()
    if format is Format.JSON:
        rows = [
            {
                "id": r.id,
                "name": r.name,
                "vendor": r.vendor,
                "kind": r.kind,
                "status": r.status,
                "summary": r.summary,
                "price_product": r.price_product,
                "swap_targets": list(r.swap_targets),
                "facts": len(r.facts),
                "rules": len(r.rules),
            }
            for r in known
        ]
        emit(json.dumps({"schema": "lockin-audit/runtimes/1", "runtimes": rows}, indent=1, ensure_ascii=False))
        return
    table(
        "Runtimes (lockin-audit explain ID tells what is known of one)",
        ("id", "name", "kind", "status", ">facts", ">rules"),
        [(r.id, r.name, r.kind.replace("_", " "), r.status, str(len(r.facts)), str(len(r.rules))) for r in known],
    )
