"""`[report]` of `lockin.toml`: whose name is on the report, how its dates and tables are written, and what must not leave the house."""

from datetime import date as Date
from typing import Literal

from pydantic import Field

from lockin_audit.core.record import Record

Language = Literal["british", "us"]


class ReportConfig(Record):
    """How the report is dressed. Nothing here changes a figure."""

    client: str = Field(default="", max_length=200)
    """For whom it is; empty: the client of `[study]`."""
    author: str = Field(default="", max_length=200)
    """Who signs it; empty: the author of `[study]`."""
    confidentiality: str = Field(default="", max_length=300)
    """Line at the foot of every page and slide, such as `Confidential: for the board of Northmoor Mutual`."""
    date: Date | None = None
    """Date on the cover; default the day prices are read for. It changes no price."""
    logo: str = ""
    """A PNG beside this file, at most 500 kB and 2,000 pixels a side; SVG is refused because it can hold programs and links."""
    language: Language = "british"
    """How texts write dates: `british` 21 November 2026, `us` November 21, 2026. The document is A4 or Letter accordingly."""
    csv: Literal["comma", "semicolon"] = "comma"
    """Separator of `tables/*.csv`: `semicolon` also writes a decimal comma, as spreadsheets in most of Europe expect."""
    redact: bool = False
    """Leave out every line of code and write paths as digests, in every file of the report (also `assess --redact`)."""
