"""`tables/*.csv`: every table of the report with its raw figures, for a spreadsheet or a program.

UTF-8 with a byte order mark: Excel takes a CSV without one for the local code page and garbles every accent, and the programs that
read these files (pandas, R, databases, LibreOffice) skip the mark or can be told to (`utf-8-sig`); who wants plain data takes
`study.json`. Texts that a spreadsheet would run as a formula get an apostrophe in front; figures stay figures, also negative ones.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from lockin_audit.core.text import visible
from lockin_audit.report.audit_csv import inert
from lockin_audit.report.study import Study
from lockin_audit.report.tables import Cell, tables

LONGEST = 32_000
"""Characters of one cell; spreadsheets hold 32,767."""


def table_files(study: Study) -> dict[str, bytes]:
    """`tables/<name>.csv` for each table that has rows."""
    european = study.config.report.csv == "semicolon"
    found = tables(study)
    return {f"tables/{name}.csv": csv_bytes(found[name], european=european) for name in sorted(found) if len(found[name]) > 1}


def csv_bytes(rows: Sequence[Sequence[Cell]], *, european: bool = False) -> bytes:
    """Rows as CSV, the first one the head; with `european` a semicolon between cells and a comma in decimals."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if european else ",", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_cell(value, european=european) for value in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def _cell(value: Cell, *, european: bool) -> str:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)):
        whole = isinstance(value, int) or (value == int(value) and abs(value) < 1e15)
        text = str(int(value)) if whole else f"{Decimal(repr(value)):f}"
        return text.replace(".", ",") if european else text
    return inert(visible(value, LONGEST))
