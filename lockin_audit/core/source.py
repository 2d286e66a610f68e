"""Where a fact comes from."""

from datetime import date

from pydantic import Field

from lockin_audit.core.record import Record


class Source(Record):
    """A public page, package or file in which a fact was read."""

    url: str = Field(pattern=r"^https://")
    """Address of the page."""
    title: str
    """Title of the page or document."""
    checked_on: date
    """Day on which we last read it (not the day since which the fact holds)."""
