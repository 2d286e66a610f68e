"""What a scan finds: sites (one site = one place in a file), what was skipped, and how much was read."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from lockin_audit.core.record import Record


class Dimension(StrEnum):
    """Which part of the agent's operation a site is about (the eleven of the taxonomy)."""

    ORCHESTRATION = "orchestration"
    RETRY = "retry"
    STATE = "state"
    REPLAY = "replay"
    TELEMETRY = "telemetry"
    TOOLS = "tools"
    PROMPTS = "prompts"
    CREDENTIALS = "credentials"
    SANDBOX = "sandbox"
    MODEL = "model"
    RUNBOOK = "runbook"


class Ownership(StrEnum):
    """Who decides or holds the thing at a site."""

    PLATFORM = "platform"
    OWNED = "owned"


class Confidence(StrEnum):
    """How a site was established: `high` traced to the vendor's client or a name no one else uses; `medium` by names
    and context; `low` by a name alone."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for low, 1 for medium, 2 for high."""
        return ("low", "medium", "high").index(self.value)


Question = Literal["retry", "state", "replay", "telemetry"]
QUESTIONS: tuple[Question, ...] = ("retry", "state", "replay", "telemetry")
QUESTION_TEXTS: dict[Question, str] = {
    "retry": "Which retry decisions are made by the platform versus your code?",
    "state": "Where is session state actually stored, and what is the schema?",
    "replay": "What would it take to replay a failed workflow from an intermediate checkpoint today?",
    "telemetry": "Which parts of your monitoring would break if the vendor's telemetry format changed?",
}
"""The four questions of the audit, in order; each is also the name of a dimension."""


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
