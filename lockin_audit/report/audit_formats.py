"""An audit as data: the JSON document of the command-line contract, and the tables the terminal prints.

The other forms have a module each: `audit_csv`, `audit_markdown`, `audit_sarif`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from lockin_audit import __version__
from lockin_audit.core.audit import Audit, Criticality, Days, Recommendation, Verdict, VerdictValue
from lockin_audit.core.evidence import QUESTION_TEXTS, QUESTIONS, Confidence, Dimension, Ownership, Question, Skipped
from lockin_audit.core.record import Record


class TargetDocument(Record):
    """What was audited."""

    path: str
    """The folder as named on the command line."""
    commit: str | None
    """Commit of the working tree, null where none could be read."""


class VerdictDocument(Record):
    """One answer."""

    verdict: VerdictValue
    summary: str
    """The answer in words, with any contradiction between people and code."""
    decided_by: str
    """Id of the rule of decision."""
    because: tuple[str, ...]
    """Ids of the sites and answers it rests on."""


class SiteDocument(Record):
    """One place in a file."""

    id: str
    rule: str
    file: str
    line: int
    end_line: int
    runtime: str
    dimension: Dimension
    ownership: Ownership
    confidence: Confidence
    what: str
    why: str
    instead: str
    snippet: str
    workflow: str


class WorkflowDocument(Record):
    """One workflow."""

    id: str
    paths: tuple[str, ...]
    criticality: tuple[Criticality, ...]
    questions: dict[Question, VerdictDocument]
    recommendation: Recommendation
    reasons: tuple[str, ...]


class RebuildDocument(Record):
    """One item of the rebuild list."""

    item: str
    runtime: str
    dimension: Dimension
    sites: int
    points: float
    days: Days


class StatsDocument(Record):
    """How much was read."""

    files: int
    bytes: int
    candidates: int
    seconds: float


class AuditDocument(Record):
    """The output of `lockin-audit audit --format json`."""

    schema_: Literal["lockin-audit/audit/1"] = Field(alias="schema")
    tool_version: str
    target: TargetDocument
    runtimes: tuple[str, ...]
    """Ids with at least one site or manifest dependency of at least medium confidence."""
    questions: dict[Question, VerdictDocument]
    sites: tuple[SiteDocument, ...]
    """Sorted by file, line, rule."""
    workflows: tuple[WorkflowDocument, ...]
    rebuild: tuple[RebuildDocument, ...]
    skipped: tuple[Skipped, ...]
    stats: StatsDocument


@dataclass(frozen=True, slots=True)
class Grid:
    """A table for people: columns whose name begins with `>` align right."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def told(verdict: Verdict) -> str:
    """A verdict's summary with its contradiction, so that neither is ever shown alone."""
    return verdict.summary + (f" CONTRADICTION: {verdict.contradiction}" if verdict.contradiction else "")


def _verdicts(found: Mapping[Question, Verdict]) -> dict[Question, VerdictDocument]:
    return {
        question: VerdictDocument(
            verdict=found[question].verdict,
            summary=told(found[question]),
            decided_by=found[question].decided_by,
            because=found[question].because,
        )
        for question in QUESTIONS
    }


def audit_document(audit: Audit, path: str = ".") -> AuditDocument:
    """The audit as the document of the contract.

    Args:
        audit: what was found and concluded.
        path: the folder as named on the command line.
    """
    scan = audit.scan
    sites = sorted(audit.sites, key=lambda s: (s.file, s.line, s.rule, s.id))
    return AuditDocument(
        schema_="lockin-audit/audit/1",
        tool_version=__version__,
        target=TargetDocument(path=path, commit=scan.commit),
        runtimes=scan.runtimes,
        questions=_verdicts(audit.questions),
        sites=tuple(SiteDocument.model_validate(site.model_dump()) for site in sites),
        workflows=tuple(
            WorkflowDocument(
                id=w.id,
                paths=w.paths,
                criticality=w.criticality,
                questions=_verdicts(w.questions),
                recommendation=w.recommendation,
                reasons=w.reasons,
            )
            for w in audit.workflows
        ),
        rebuild=tuple(
            RebuildDocument(item=i.item, runtime=i.runtime, dimension=i.dimension, sites=i.sites, points=i.points, days=i.days)
            for i in audit.rebuild
        ),
        skipped=scan.skipped,
        stats=StatsDocument.model_validate(scan.stats.model_dump()),
    )


def audit_json(audit: Audit, path: str = ".") -> str:
    """The document as text, keys in the order of the contract."""
    return audit_document(audit, path).model_dump_json(by_alias=True, indent=1)


RECOMMENDATIONS: dict[Recommendation, str] = {
    "managed": "stay managed",
    "managed_portable": "stay managed, with a portable spec",
    "hybrid": "hybrid: take back decisions and records",
    "own": "own it",
    "unknown": "not enough known",
}


def days_text(days: Days) -> str:
    """Person-days as `12 (6 to 24)`."""
    return f"{days.likely:g} ({days.low:g} to {days.high:g})"


def audit_grids(audit: Audit, new: Collection[str] | None = None, skipped_shown: int = 20) -> tuple[Grid, ...]:
    """The audit as tables for the terminal.

    Args:
        audit: what was found and concluded.
        new: ids of sites that an earlier audit did not have; None: there is no earlier audit to compare with.
        skipped_shown: how many skipped files to list.
    """
    grids = [
        Grid(
            "The four questions",
            ("question", "verdict", "answer"),
            tuple((QUESTION_TEXTS[q], audit.questions[q].verdict, told(audit.questions[q])) for q in QUESTIONS),
        )
    ]
    if audit.workflows:
        grids.append(
            Grid(
                "Workflows",
                ("workflow", *QUESTIONS, "recommendation", "because"),
                tuple(
                    (w.id, *(w.questions[q].verdict for q in QUESTIONS), RECOMMENDATIONS[w.recommendation], " ".join(w.reasons[:2]))
                    for w in audit.workflows
                ),
            )
        )
    mark = ("new",) if new is not None else ()
    grids.append(
        Grid(
            f"Places ({sum(s.ownership is Ownership.PLATFORM for s in audit.sites)} with a vendor, "
            f"{sum(s.ownership is Ownership.OWNED for s in audit.sites)} yours)",
            (*mark, "place", "dimension", "held by", "confidence", "what", "rule"),
            tuple(
                (
                    *(("new" if site.id in new else "",) if new is not None else ()),
                    f"{site.file}:{site.line}",
                    site.dimension.value,
                    "vendor" if site.ownership is Ownership.PLATFORM else "you",
                    site.confidence.value,
                    site.what,
                    site.rule,
                )
                for site in sorted(audit.sites, key=lambda s: (s.file, s.line, s.rule, s.id))
            ),
        )
    )
    grids.append(_rebuild_grid(audit))
    skipped = audit.scan.skipped
    if skipped:
        more = len(skipped) - skipped_shown
        grids.append(
            Grid(
                f"Not read: {len(skipped)} files or folders" + (f" (the first {skipped_shown} are listed)" if more > 0 else ""),
                ("file", "reason"),
                tuple((s.file, s.reason) for s in skipped[:skipped_shown]),
            )
        )
    return tuple(grids)


def _rebuild_grid(audit: Audit) -> Grid:
    leave, swap = audit.leave_days, audit.swap_days
    rows: Sequence[tuple[str, ...]] = [
        (
            item.item,
            item.dimension.value,
            str(item.sites),
            f"{item.points:g}",
            days_text(item.days),
            "yes" if "leave_runtime" in item.triggers else "",
            "yes" if "swap_model" in item.triggers else "",
        )
        for item in audit.rebuild
    ]
    title = f"To rebuild, in person-days: {days_text(leave)} to leave the runtime, {days_text(swap)} to swap the model (two events, never added)"
    return Grid(title, ("item", "dimension", ">places", ">points", ">days (low to high)", "leave", "swap"), tuple(rows))
