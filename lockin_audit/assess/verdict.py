"""Verdicts on the four questions: by named rules from the evidence, then by named rules with the answers of people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from lockin_audit.assess.answering.words import Base
from lockin_audit.assess.contradictions import against
from lockin_audit.assess.inputs import about
from lockin_audit.assess.presence import Presence, kind_of, presence
from lockin_audit.assess.questions import Findings, Ground, decide, join, meet
from lockin_audit.assess.roles import roles_of
from lockin_audit.assess.summary import answered
from lockin_audit.assess.workflows import matches
from lockin_audit.core.audit import AnswerPart, Verdict, VerdictValue
from lockin_audit.core.config import WorkflowConfig
from lockin_audit.core.evidence import QUESTIONS, Confidence, Dimension, Landmark, Ownership, Question, Scan, Site
from lockin_audit.core.runtime import Kind, Role, Runtime

if TYPE_CHECKING:
    from lockin_audit.ask.answers import Response

_WATCHED: frozenset[Kind] = frozenset({"managed_runtime", "harness"})
"""Whose dashboards are monitoring of agents even where no agent is driven from the code."""
_WORDS: dict[VerdictValue, str] = {"platform": "with the vendor", "mixed": "with both", "owned": "your own", "none": "not an issue"}


def verdicts(
    sites: Sequence[Site],
    runtimes: Iterable[Runtime],
    answers: Sequence[Response],
    scan: Scan,
    *,
    workflow: WorkflowConfig | None = None,
) -> dict[Question, Verdict]:
    """The four verdicts of one workflow, or of the whole repository.

    Args:
        sites: the places that count (at or above the chosen confidence), of the workflow or of the repository.
        runtimes: all that are known.
        answers: of every respondent; those about other workflows are left out.
        scan: for its coverage and the manifests it read.
        workflow: which one; None: the repository.
    """
    known = {runtime.id: runtime for runtime in runtimes}
    roles = roles_of(known.values())
    named = [id for id, files in scan.dependencies.items() if workflow is None or any(matches(file, workflow.paths) for file in files)]
    here = presence(sites, known, [*named, *([workflow.runtime] if workflow and workflow.runtime else [])])
    if workflow and workflow.runtime in known and known[workflow.runtime].kind == "managed_runtime" and not here.driven:
        here = Presence(
            workload=True, driven=(workflow.runtime,), harness=here.harness, own_loop=here.own_loop, by_manifest=here.by_manifest
        )
    counted = about(answers, workflow.id if workflow else "")
    marks = [mark for mark in scan.landmarks if workflow is None or matches(mark.file, workflow.paths)]
    return {
        question: _verdict(question, sites, here, known, roles, [r for r in counted if r.section.about == question], scan, marks)
        for question in QUESTIONS
    }


def _verdict(
    question: Question,
    sites: Sequence[Site],
    here: Presence,
    runtimes: Mapping[str, Runtime],
    roles: Mapping[str, Role],
    answers: Sequence[Response],
    scan: Scan,
    landmarks: Sequence[Landmark],
) -> Verdict:
    """One verdict: evidence first, then what people say."""
    bearing = [site for site in sites if site.dimension.value == question]
    # Dashboards that read a vendor's format break with it, wherever the agent itself runs.
    workload = here.workload or (question == "telemetry" and any(kind_of(s, runtimes) in _WATCHED for s in bearing))
    bearing = bearing if workload else []
    managed = bool(here.driven) or (question == "retry" and bool(here.harness))
    rule = decide(
        Findings(
            question=question,
            workload=workload,
            platform=any(site.ownership is Ownership.PLATFORM for site in bearing),
            owned=any(site.ownership is Ownership.OWNED for site in bearing),
            managed=managed,
        )
    )
    shown = list(bearing)
    if not bearing and managed:
        shown = [s for s in sites if s.dimension is Dimension.ORCHESTRATION and s.runtime in (*here.driven, *here.harness)]
    lead, parts = answered(
        Base(question, rule.verdict, rule.id, bearing, sites if workload else (), here, runtimes, roles, scan.stats.files, landmarks)
    )
    evidence = Verdict(
        question=question,
        verdict=rule.verdict,
        summary=" ".join([lead, *(f"{part.heading}: {part.text}" for part in parts)]),
        lead=lead,
        parts=parts,
        decided_by=rule.id,
        because=tuple(site.id for site in shown) or _instead(question, parts),
    )
    return _with_answers(evidence, answers, bearing, scan.stats.files)


def _instead(question: Question, parts: Sequence[AnswerPart]) -> tuple[str, ...]:
    """Where state has no place of its own, those that say where it is all the same: the history of an engine."""
    return tuple(dict.fromkeys(id for part in parts for id in part.because)) if question == "state" else ()


def _with_answers(evidence: Verdict, answers: Sequence[Response], bearing: Sequence[Site], files_read: int) -> Verdict:
    """The verdict that counts once people were asked."""
    ground: Ground = "sites" if bearing else "absence"
    deciding = [r for r in answers if r.choice.verdict is not None]
    if not deciding:
        return evidence
    said = deciding[0].choice.verdict
    assert said is not None
    for response in deciding[1:]:
        said = join(said, response.choice.verdict or "none")
    overrule = any(r.answer.overrule for r in deciding)
    rule = meet(evidence.verdict, said, ground, overrule=overrule)
    value = {"scan": evidence.verdict, "answer": said, "both": join(evidence.verdict, said)}[rule.take]
    disagreement = len({r.choice.verdict for r in deciding}) > 1
    quotes = "; ".join(_quote(r) for r in deciding)
    contradiction = ""
    if disagreement:
        contradiction = f"The people asked disagree: {quotes}."
    if rule.contradiction:
        seen = against(said, evidence.verdict, bearing) if ground == "sites" else f"no place in the {files_read} files read speaks for it"
        contradiction = f"{quotes}; {seen}." if not disagreement else f"{contradiction} And {seen}."
    basis = {
        "scan": "The code decides; taken together, the answers say the same." if disagreement else "The code decides; the answer agrees.",
        "answer": "The answer decides.",
        "both": "Code and answer are both counted.",
    }[rule.take]
    lead = "" if rule.take == "scan" else f"Counted as {_WORDS[value]}: {rule.sentence} "
    return evidence.model_copy(
        update={
            "verdict": value,
            "summary": f"{lead}{evidence.summary} Asked: {quotes}. {basis}",
            "lead": f"{lead}{evidence.lead}",
            "parts": (*evidence.parts, AnswerPart(heading="What people said", text=f"Asked: {quotes}. {basis}")),
            "decided_by": evidence.decided_by if rule.take == "scan" else rule.id,
            "because": (*evidence.because, *(r.answer.id for r in deciding)),
            "contradiction": contradiction,
            "rests_on": {"scan": "evidence", "answer": "answer", "both": "both"}[rule.take],
        }
    )


def _quote(response: Response) -> str:
    """Who said what, on what ground."""
    answer = response.answer
    ground = answer.evidence.strip() or answer.note.strip()
    return f'{answer.by.strip() or "someone"} said "{response.choice.label.rstrip(".")}"' + (f" ({ground.rstrip('.')})" if ground else "")


def joined(own: Mapping[Question, Verdict], parts: Mapping[str, Mapping[Question, Verdict]]) -> dict[Question, Verdict]:
    """The repository's verdicts, with those of its workflows counted in: where they differ, the repository is mixed.

    Args:
        own: verdicts over all places of the repository.
        parts: workflow id → its verdicts.
    """
    out: dict[Question, Verdict] = {}
    for question, verdict in own.items():
        value = verdict.verdict
        for part in parts.values():
            value = join(value, part[question].verdict)
        if value == verdict.verdict:
            out[question] = verdict
            continue
        lead = f"The workflows differ: {'; '.join(f'{id}: {_WORDS[part[question].verdict]}' for id, part in parts.items())}."
        because = dict.fromkeys([*verdict.because, *(id for part in parts.values() for id in part[question].because)])
        out[question] = verdict.model_copy(
            update={
                "verdict": value,
                "decided_by": "workflows-differ",
                "summary": lead + verdict.summary.removeprefix(verdict.lead),
                "lead": lead,
                "because": tuple(because),
            }
        )
    return out


def at_least(sites: Iterable[Site], confidence: Confidence) -> tuple[Site, ...]:
    """The sites at or above a confidence, in their order."""
    return tuple(site for site in sites if site.confidence.rank >= confidence.rank)
