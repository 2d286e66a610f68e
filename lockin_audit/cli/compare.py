"""`lockin-audit compare`: what changed between two studies, driver by driver."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lockin_audit.finance.snapshot import Snapshot

_MOST_BYTES = 200_000_000


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
    import json

    from lockin_audit.core.errors import DataError
    from lockin_audit.core.text import visible
    from lockin_audit.finance.snapshot import read_snapshot

    where = visible(str(path))
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise DataError(where, f"is larger than {_MOST_BYTES // 1_000_000} MB.", "No study is.")
        data = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise DataError(where, "there is no such file.", "Check the path.") from None
    except IsADirectoryError:
        raise DataError(where, "is a folder, not a file.", "Name the study.json in it.") from None
    except OSError as error:
        raise DataError(where, f"cannot be read: {error.strerror}.") from None
    except (ValueError, RecursionError):
        raise DataError(where, "is not JSON.", "Name a study.json or a file of `lockin-audit cost --format json`.") from None
    return read_snapshot(data, where)
