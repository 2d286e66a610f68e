"""The waist of the program: everything known of one assessment. Left of it nothing knows a format; right of it nothing computes."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config
from lockin_audit.core.record import Record
from lockin_audit.core.report_config import Language
from lockin_audit.core.runtime import Runtime
from lockin_audit.core.swap_plan import SwapPlan
from lockin_audit.finance.result import CostStudy

BOARD_MONTH = 18
"""Month the board asks about where a study's inputs do not say (they do, but for studies made by hand)."""


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
    evidence: str = ""
    """What shows that the answer is right, in the words of who gave it."""
    workflow: str = ""
    """Id of the workflow it is about; empty: all."""


class ModelFound(Record):
    """A model that the code names."""

    name: str
    """As the code writes it, without a version that follows an `@` or a colon."""
    runtime: str
    """Runtime of the places."""
    site_ids: tuple[str, ...]
    """Places that name it."""


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
    plan: SwapPlan | None = None
    """The rebuild list as a piece of work, for the option that runs today; None without anything to rebuild or without simulation."""
    models: tuple[ModelFound, ...] = ()
    """Models the code names, sorted by name and runtime."""
    logo: bytes = Field(default=b"", exclude=True)
    """Checked PNG of `[report] logo`; not part of `study.json`."""

    @property
    def board_month(self) -> int:
        """Month of the question boards ask: what would have to be rebuilt if another vendor's model had to be used by then?"""
        stated = next((a.value for a in self.cost.assumptions if a.id == "board.month"), BOARD_MONTH)
        return self.cost.board.month if self.cost.board else round(stated)

    @property
    def client(self) -> str:
        """For whom the report is; empty where nobody said."""
        return self.config.report.client or self.config.study.client

    @property
    def author(self) -> str:
        """Who signs the report; empty where nobody said."""
        return self.config.report.author or self.config.study.author

    @property
    def dated(self) -> date:
        """The date on the report; prices are those of `as_of` all the same."""
        return self.config.report.date or self.as_of

    @property
    def language(self) -> Language:
        """How texts write dates."""
        return self.config.report.language
