"""The places of an audit as CSV that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection

from lockin_audit.core.audit import Audit

COLUMNS = (
    *("file", "line", "end_line", "dimension", "ownership", "confidence", "runtime", "workflow"),
    *("what", "why", "instead", "snippet", "rule", "id"),
)
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def inert(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula: an apostrophe before `=`, `+`, `-`, `@`, tab or line break."""
    return "'" + text if text.startswith(_STARTS) or text.lstrip(" ").startswith(("=", "+", "-", "@")) else text


def audit_csv(audit: Audit, new: Collection[str] | None = None) -> str:
    """One row per place, sorted by file, line and rule.

    Args:
        audit: what was found.
        new: ids of sites an earlier audit did not have, for the column `new`; None: no such column.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*COLUMNS, "new") if new is not None else COLUMNS)
    for site in sorted(audit.sites, key=lambda s: (s.file, s.line, s.rule, s.id)):
        values = site.model_dump(mode="json")
        row = [values[column] if isinstance(values[column], int) else inert(str(values[column])) for column in COLUMNS]
        writer.writerow([*row, "yes" if site.id in new else ""] if new is not None else row)
    return out.getvalue()
