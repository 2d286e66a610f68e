"""What a scan finds: sites (one site = one place in a file), what was skipped, and how much was read."""

from __future__ import annotations

from pydantic import Field

from lockin_audit.core.record import Record
from lockin_audit.core.vocabulary import QUESTION_TEXTS, QUESTIONS, Confidence, Dimension, Ownership, Question

__all__ = [
    "QUESTIONS",
    "QUESTION_TEXTS",
    "Confidence",
    "Dimension",
    "Ownership",
    "Question",
    "Scan",
    "ScanStats",
    "Site",
    "Skipped",
]


class Site(Record):
    """One place in a file that shows who decides or holds one dimension."""

    id: str
    """Stable across line shifts: made from rule, file and normalised snippet (and a counter for repeats)."""
    rule: str
    """Id of the rule that found it, `<runtime>/<noun phrase>`."""
    file: str
    """Path relative to the audited repository, with `/` separators, made safe for display."""
    line: int = Field(ge=1)
    """First line, 1-based; for a notebook the line in the .ipynb file."""
    end_line: int = Field(ge=1)
    """Last line, 1-based."""
    runtime: str
    """Runtime id (TAXONOMY), or `neutral.<name>` for evidence that belongs to no vendor."""
    dimension: Dimension
    """The part of the agent's operation it is about."""
    ownership: Ownership
    """Who decides or holds it here."""
    confidence: Confidence
    """How it was established."""
    what: str
    """What was found, one sentence."""
    why: str
    """Why it matters, one sentence a non-programmer understands."""
    instead: str
    """What one would do to own it; empty for owned sites."""
    snippet: str
    """The line, shortened, with secrets masked and control characters made visible."""
    workflow: str = ""
    """Id of the workflow whose paths hold the file; empty where none does."""


class Skipped(Record):
    """A file or folder that was not read."""

    file: str
    """Path relative to the repository, made safe for display."""
    reason: str
    """Why, in words."""


class ScanStats(Record):
    """How much was read."""

    files: int = 0
    """Files read."""
    bytes: int = 0
    """Bytes read."""
    candidates: int = 0
    """Files that held at least one literal of a rule and were looked at closely."""
    seconds: float = 0.0
    """Wall time of the scan in seconds."""


class Scan(Record):
    """Everything one scan of a repository found."""

    sites: tuple[Site, ...]
    """Sorted by file, line, rule. Every confidence; callers filter."""
    runtimes: tuple[str, ...]
    """Ids with at least one site or manifest dependency of at least medium confidence, sorted."""
    dependencies: dict[str, tuple[str, ...]] = {}
    """Runtime id → manifest files that name one of its packages."""
    skipped: tuple[Skipped, ...] = ()
    """What was not read, sorted by file."""
    stats: ScanStats = ScanStats()
    """How much was read."""
    commit: str | None = None
    """Commit id of the working tree where one could be read, else None."""
