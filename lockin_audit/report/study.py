"""The waist of the program: everything known of one assessment. Left of it nothing knows a format; right of it nothing computes."""

from __future__ import annotations

from datetime import date

from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config
from lockin_audit.core.record import Record
from lockin_audit.core.runtime import Runtime
from lockin_audit.finance.result import CostStudy


class Answered(Record):
    """One answer of a questionnaire as a report shows it."""

    questionnaire: str
    question: str
    text: str
    choice: str
    label: str
    by: str = ""
    on: date | None = None
    note: str = ""


class Study(Record):
    """One assessment."""

    tool_version: str
    as_of: date
    seed: int
    repository_name: str
    """Name of the audited folder (never its path on this machine)."""
    config: Config
    config_is_default: bool
    """True when no `lockin.toml` was found: workflows, volumes and options are then placeholders."""
    audit: Audit
    runtimes: tuple[Runtime, ...]
    """Everything known of each runtime found, for the documented facts."""
    answers: tuple[Answered, ...] = ()
    cost: CostStudy
    digests: dict[str, str]
    """What the study rests on → SHA-256: config, answers, price book, runtimes, genai-prices version."""
