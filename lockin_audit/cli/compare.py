"""`lockin-audit compare`: what changed between two studies, driver by driver."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lockin_audit.finance.snapshot import Snapshot


class Format(StrEnum):
    """Output forms of a comparison."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


def compare(
    before: Annotated[Path, typer.Argument(metavar="A.json", help="The earlier study: study.json, or a file of `cost --format json`.")],
    after: Annotated[Path, typer.Argument(metavar="B.json", help="The later one.")],
    format: Annotated[Format, typer.Option("--format", help="Form of the output.")] = Format.TABLE,
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE", help="File to write; default standard output.")] = None,
) -> None:
    """Show what changed between two studies: inputs, prices, evidence, results, and what explains the change.

    Example: lockin-audit compare 2026-q3/study.json 2026-q4/study.json
    """
    from lockin_audit.cli.terminal import emit, table, write_output
    from lockin_audit.finance.changes import changes
    from lockin_audit.report.change_formats import change_remarks, change_tables, changes_json, changes_markdown

    found = changes(_read(before), _read(after))
    if format is Format.JSON:
        write_output(output, changes_json(found))
    elif format is Format.MARKDOWN or output is not None:
        write_output(output, changes_markdown(found))
    else:
        for part in change_tables(found):
            table(part.title, part.columns, part.rows)
            emit("")
        emit("\n".join(change_remarks(found)))


def _read(path: Path) -> Snapshot:
    from lockin_audit.core.data_files import read_json
    from lockin_audit.core.text import visible
    from lockin_audit.finance.snapshot import read_snapshot

    where = visible(str(path))
    return read_snapshot(read_json(path, name=where, remedy="Name a study.json or a file of `lockin-audit cost --format json`."), where)
