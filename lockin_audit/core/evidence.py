"""What a scan finds: sites (one site = one place in a file), what was skipped, and how much was read."""

from dataclasses import dataclass, field
from typing import Literal, Self

from pydantic import Field, PrivateAttr

from lockin_audit.core.record import Record
from lockin_audit.core.vocabulary import QUESTION_TEXTS, QUESTIONS, Confidence, Dimension, Ownership, Question

__all__ = [
    "QUESTIONS",
    "QUESTION_TEXTS",
    "Confidence",
    "Detail",
    "Dimension",
    "IgnoreComment",
    "Landmark",
    "Ownership",
    "Question",
    "Scan",
    "ScanStats",
    "Site",
    "Skipped",
]


class Detail(Record):
    """What is written at a site beyond what its rule says: texts cut from the source, secrets masked, control characters visible."""

    function: str = ""
    """Name of the function or method it stands in; empty at the top of a file and where the language has none."""
    function_line: int = 0
    """Line of that function, 1-based; 0 without one."""
    limits: tuple[str, ...] = ()
    """Attempts, waits, time limits and keeping times as written: `max_retries=3`, `sleep(30 * attempt)`, `ttl = 1800`."""
    names: tuple[str, ...] = ()
    """Of state: the table, collection or checkpointer, or the id that points to what a vendor holds. Of telemetry: the fields read."""
    columns: tuple[str, ...] = ()
    """Of a table of one's own: its columns, where they stand at the site."""
    reasons: tuple[str, ...] = ()
    """Of telemetry: fields that say why (a reason, a score, a threshold), not only what happened."""


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
    detail: Detail = Detail()
    """What is written there; empty values where nothing was read."""


class IgnoreComment(Record):
    """A comment in the audited code that asks to leave a place out: `lockin-audit: ignore[RULE] reason`."""

    file: str
    line: int = Field(ge=1)
    """Line it speaks of: its own, or the next one where it stands alone."""
    rules: tuple[str, ...] = ()
    """Rule ids, or `RUNTIME/*`; empty: every rule."""
    reason: str = ""
    """Why, in the author's words; without one the comment hides nothing."""
    until: str = ""
    """Last day on which it hides, as written (`until 2027-03-31`); empty: no end."""


class Landmark(Record):
    """A line of code that bears on running a failed job again without being a site."""

    kind: Literal["entry", "idempotency"]
    """`entry`: a function named after taking work up again; `idempotency`: care that a step done twice counts once."""
    file: str
    line: int = Field(ge=1)
    text: str
    """Name of the function, or the line."""


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


@dataclass(frozen=True, slots=True)
class _Seen:
    """A state of files. It is not what was found there: two scans that found the same are equal whatever they saw."""

    state: str = field(default="", compare=False)


_NOT_SEEN = _Seen()


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
    ignores: tuple[IgnoreComment, ...] = ()
    """Comments that ask to leave places out, sorted by file and line; only files that hold a site are read for them."""
    control: tuple[Site, ...] = ()
    """Places that show who holds a part of an agent's control and nothing else: no sites, only for the control-plane finding."""
    landmarks: tuple[Landmark, ...] = ()
    """What bears on replay, sorted by file and line; likewise."""
    stats: ScanStats = ScanStats()
    """How much was read."""
    commit: str | None = None
    """Commit id of the working tree where one could be read, else None."""
    _seen: _Seen = PrivateAttr(default=_NOT_SEEN)

    @property
    def seen(self) -> str:
        """What stands for every file in scope as the file system described it before any was read; empty where a file may differ
        without any sign of it, or where nothing is recalled."""
        return self._seen.state

    def seen_as(self, state: str) -> Self:
        """The same, said to hold for the files that the state stands for."""
        self._seen = _Seen(state)
        return self
