"""From a scan to an audit: sites assigned to workflows, four verdicts each, a recommendation, the rebuild list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from lockin_audit.assess.actions import actions, disagreements
from lockin_audit.assess.contradictions import contradictions
from lockin_audit.assess.control import conflicts
from lockin_audit.assess.effort import basis, load_effort, with_own
from lockin_audit.assess.ignores import without_ignored
from lockin_audit.assess.inputs import answered_team, answered_workflow
from lockin_audit.assess.notices import notices
from lockin_audit.assess.preparations import in_place, preparations
from lockin_audit.assess.presence import kind_of
from lockin_audit.assess.rebuild import rebuild
from lockin_audit.assess.recommendation import advise
from lockin_audit.assess.stale import gone, stale
from lockin_audit.assess.verdict import at_least, joined, verdicts
from lockin_audit.assess.workflows import assigned, workflows_of
from lockin_audit.core.audit import Audit, Verdict, WorkflowAudit
from lockin_audit.core.config import Config
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Confidence, Question, Scan
from lockin_audit.core.runtime import Runtime

if TYPE_CHECKING:
    from lockin_audit.ask.answers import Response


def assess(
    scan: Scan,
    config: Config,
    runtimes: Sequence[Runtime],
    answers: Sequence[Response] = (),
    *,
    min_confidence: Confidence = Confidence.MEDIUM,
    today: date | None = None,
) -> Audit:
    """What the evidence and the answers amount to.

    Args:
        scan: everything that was found, at every confidence.
        config: workflows and team; without workflows the repository counts as one. Where it is silent on criticality or
            capacity, answers fill the gap.
        runtimes: all that are known, not only those found.
        answers: of every respondent.
        min_confidence: places below it are left out of everything.
        today: day of the run, for entries of `[audit.ignore]` that end; None: none has ended.
    Raises:
        DataError: an answer or a workflow names something that does not exist.
    """
    workflows = tuple(answered_workflow(workflow, answers) for workflow in workflows_of(config.workflows))
    team = answered_team(config.team, answers)
    known = {runtime.id: runtime for runtime in runtimes}
    for response in answers:
        if response.answer.workflow and response.answer.workflow not in {w.id for w in workflows}:
            names = ", ".join(w.id for w in workflows)
            raise DataError(
                f"answers: {response.answer.question}: workflow", f"{response.answer.workflow!r} is not defined.", f"Known: {names}."
            )
    for workflow in workflows:
        if workflow.runtime and workflow.runtime not in known:
            raise DataError(
                f"lockin.toml: workflow {workflow.id}: runtime",
                f"{workflow.runtime!r} is not known.",
                "`lockin-audit runtimes` lists them.",
            )
    kept, ignored, remarks = without_ignored(at_least(scan.sites, min_confidence), scan.ignores, config.audit.ignore, today)
    sites = assigned(kept, workflows)
    by_workflow: dict[str, dict[Question, Verdict]] = {}
    judged: list[WorkflowAudit] = []
    for workflow in workflows:
        own = [site for site in sites if site.workflow == workflow.id]
        found = verdicts(own, runtimes, answers, scan, workflow=workflow)
        advice = advise(workflow, team, found, answers)
        by_workflow[workflow.id] = found
        judged.append(
            WorkflowAudit(
                id=workflow.id,
                name=workflow.name or workflow.id,
                paths=workflow.paths,
                criticality=workflow.criticality,
                questions=found,
                recommendation=advice.recommendation,
                reasons=advice.reasons,
                decided_by=advice.decided_by,
                runtimes=tuple(sorted({site.runtime for site in own})),
            )
        )
    whole = joined(verdicts(sites, runtimes, answers, scan), by_workflow)
    items = rebuild(sites, by_workflow, runtimes, with_own(load_effort(), config.effort))
    return Audit(
        scan=scan,
        sites=sites,
        questions=whole,
        workflows=tuple(judged),
        rebuild=items,
        actions=actions(answers),
        disagreements=disagreements(answers),
        contradictions=(*contradictions(answers, sites, by_workflow), *stale(answers, scan.sites)),
        preparations=preparations(items, in_place(answers), present={kind_of(site, known) for site in sites}),
        ignored=ignored,
        remarks=remarks,
        conflicts=conflicts(sites, assigned(at_least(scan.control, min_confidence), workflows), runtimes),
        notices=notices(sites, runtimes),
        effort=basis(load_effort(), config.effort),
        gone=gone(answers, scan.sites),
    )
