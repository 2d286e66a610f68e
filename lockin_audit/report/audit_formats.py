"""An audit as data: the JSON document of the command-line contract.

The other forms have a module each: `audit_tables`, `audit_csv`, `audit_markdown`, `audit_sarif`.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from pydantic import Field

from lockin_audit import __version__
from lockin_audit.assess.answering.words import FACTS
from lockin_audit.core.audit import (
    Action,
    AnswerPart,
    Audit,
    Criticality,
    Days,
    Disagreement,
    EffortBasis,
    Preparation,
    Recommendation,
    Trigger,
    Verdict,
    VerdictValue,
)
from lockin_audit.core.evidence import QUESTIONS, Dimension, Question, ScanStats, Site, Skipped
from lockin_audit.core.record import Record
from lockin_audit.core.runtime import Plane


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
    parts: tuple[AnswerPart, ...]
    """The answer in its parts, each with a heading and the sites it rests on; `summary` holds all of their sentences."""
    rests_on: Literal["evidence", "answer", "both"]
    """Which of both decided: the code, what people answered, or the two together."""


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
    lists: tuple[Trigger, ...]
    """On which of the two lists it stands; the lists are two events and are never added."""
    workflow: str
    """Id of its workflow; empty where its places belong to none."""


class EventDocument(Record):
    """One of the two lists, summed."""

    items: int
    points: float
    days: Days


class RebuildLists(Record):
    """The two events a team may face, each with its own sum."""

    leave_runtime: EventDocument
    """Run the agents elsewhere."""
    swap_model: EventDocument
    """Keep the runtime where it allows it, and use another vendor's model."""
    effort: EffortBasis | None
    """The calibration behind the days, and whether the owner overrode it."""


class IgnoredDocument(Record):
    """A place left out on purpose."""

    id: str
    rule: str
    file: str
    line: int
    reason: str
    by: str
    """The comment or the entry of the config that says so."""
    expires: date | None


class PlaceDocument(Record):
    """One side of a conflict at one place."""

    id: str
    rule: str
    runtime: str
    file: str
    line: int
    what: str


class ConflictDocument(Record):
    """A part of an agent's control that two planes hold."""

    workflow: str
    plane: Plane
    """What the runtime brings of its own."""
    text: str
    ask: str
    """What has to be settled."""
    own: tuple[PlaceDocument, ...]
    """Places of the company's own instructions, rules or routing."""
    platform: tuple[PlaceDocument, ...]
    """Places where the runtime's own stands."""


class AuditDocument(Record):
    """The output of `lockin-audit audit --format json`."""

    schema_: Literal["lockin-audit/audit/1"] = Field(alias="schema")
    tool_version: str
    target: TargetDocument
    runtimes: tuple[str, ...]
    """Ids with at least one site or manifest dependency of at least medium confidence."""
    questions: dict[Question, VerdictDocument]
    sites: tuple[Site, ...]
    """Sorted by file, line, rule."""
    workflows: tuple[WorkflowDocument, ...]
    rebuild: tuple[RebuildDocument, ...]
    skipped: tuple[Skipped, ...]
    stats: ScanStats
    rebuild_lists: RebuildLists
    """Sums of the two lists `rebuild` holds."""
    conflicts: tuple[ConflictDocument, ...]
    """Where the company's own control stands beside a runtime's, so that two planes decide."""
    notices: tuple[str, ...]
    """What vendors have announced of the runtimes found, one text each, with source and day read."""
    ignored: tuple[IgnoredDocument, ...]
    """Places left out on purpose; they count nowhere else."""
    remarks: tuple[str, ...]
    """What must be known of what was left out: entries that have ended or match nothing, comments without a reason."""
    contradictions: tuple[str, ...]
    """Where an answer and the code differ, with the files, and answers whose places are gone; one sentence each."""
    disagreements: tuple[Disagreement, ...]
    """Where people answered differently."""
    actions: tuple[Action, ...]
    """What the answers call for, most pressing first; the days are judgement."""
    preparations: tuple[Preparation, ...]
    """What can be made ready now, most lock-in removed per day first; days and shares are judgement."""


NOTHING = (
    "None of the four questions arises: no agent runtime, framework or model call that this version knows stands in the {files} files read."
)
"""The one sentence in place of four answers where `nothing_found`."""


def nothing_found(audit: Audit) -> bool:
    """Whether all four answers say that there is no agent work, and nobody said otherwise."""
    return all(v.verdict == "none" and not v.parts and not v.contradiction for v in audit.questions.values()) and len(audit.workflows) < 2


def told(verdict: Verdict) -> str:
    """A verdict's summary with its contradiction, so that neither is ever shown alone."""
    return verdict.summary + (f" CONTRADICTION: {verdict.contradiction}" if verdict.contradiction else "")


def told_in_parts(verdict: Verdict, *, documented: bool = True) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The answer as (heading, text, items): the lead without a heading, the parts in order, and any contradiction last. Where there are
    items the text is what stands before them.

    Args:
        verdict: what was concluded.
        documented: whether to tell what vendors document and own software does by itself; views by workflow leave it out, as it repeats.
    """
    parts: list[tuple[str, str, tuple[str, ...]]] = [("", verdict.lead or verdict.summary, ())]
    shown = [part for part in verdict.parts if documented or part.heading not in FACTS]
    parts += [(part.heading, part.opening if part.items else part.text, part.items) for part in shown]
    return tuple([*parts, ("CONTRADICTION", verdict.contradiction, ())] if verdict.contradiction else parts)


def _verdicts(found: Mapping[Question, Verdict]) -> dict[Question, VerdictDocument]:
    return {
        question: VerdictDocument(
            verdict=found[question].verdict,
            summary=told(found[question]),
            decided_by=found[question].decided_by,
            because=found[question].because,
            parts=found[question].parts,
            rests_on=found[question].rests_on,
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
        sites=tuple(sites),
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
            RebuildDocument(
                item=i.item,
                runtime=i.runtime,
                dimension=i.dimension,
                sites=i.sites,
                points=i.points,
                days=i.days,
                lists=i.triggers,
                workflow=i.workflow,
            )
            for i in audit.rebuild
        ),
        skipped=scan.skipped,
        stats=scan.stats,
        rebuild_lists=RebuildLists(
            leave_runtime=_event(audit, "leave_runtime", audit.leave_points, audit.leave_days),
            swap_model=_event(audit, "swap_model", audit.swap_points, audit.swap_days),
            effort=audit.effort,
        ),
        conflicts=tuple(
            ConflictDocument(workflow=c.workflow, plane=c.plane, text=c.text, ask=c.ask, own=_places(c.own), platform=_places(c.runtime))
            for c in audit.conflicts
        ),
        notices=audit.notices,
        ignored=tuple(
            IgnoredDocument(id=i.site.id, rule=i.site.rule, file=i.site.file, line=i.site.line, reason=i.reason, by=i.by, expires=i.expires)
            for i in audit.ignored
        ),
        remarks=audit.remarks,
        contradictions=audit.contradictions,
        disagreements=audit.disagreements,
        actions=audit.actions,
        preparations=audit.preparations,
    )


def _places(sites: Sequence[Site]) -> tuple[PlaceDocument, ...]:
    return tuple(PlaceDocument(id=s.id, rule=s.rule, runtime=s.runtime, file=s.file, line=s.line, what=s.what) for s in sites)


def _event(audit: Audit, event: str, points: float, effort: Days) -> EventDocument:
    rounded = Days(low=round(effort.low, 1), likely=round(effort.likely, 1), high=round(effort.high, 1))
    return EventDocument(items=sum(event in i.triggers for i in audit.rebuild), points=points, days=rounded)


def audit_json(audit: Audit, path: str = ".") -> str:
    """The document as text, keys in the order of the contract."""
    return audit_document(audit, path).model_dump_json(by_alias=True, indent=1)
