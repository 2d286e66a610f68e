"""Recommendations once more, when the cost of owning is known too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lockin_audit.assess.inputs import answered_team, answered_workflow
from lockin_audit.assess.recommendation import advise
from lockin_audit.assess.workflows import workflows_of
from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config

if TYPE_CHECKING:
    from lockin_audit.ask.answers import Response


def weighed(audit: Audit, config: Config, answers: Sequence[Response], owning_cheaper: float | None) -> Audit:
    """The audit with each workflow's recommendation taken again, cost included.

    Args:
        audit: as concluded from evidence and answers alone.
        config: workflows and team, as for the audit.
        answers: of every respondent, as for the audit.
        owning_cheaper: share of simulated futures in which owning costs less than staying managed, over all workflows together;
            None where nothing was compared, which leaves the audit as it is.
    """
    if owning_cheaper is None:
        return audit
    team = answered_team(config.team, answers)
    stated = {w.id: answered_workflow(w, answers) for w in workflows_of(config.workflows)}
    taken = []
    for workflow in audit.workflows:
        advice = advise(stated[workflow.id], team, workflow.questions, answers, owning_cheaper)
        changed = {"recommendation": advice.recommendation, "reasons": advice.reasons, "decided_by": advice.decided_by}
        taken.append(workflow.model_copy(update=changed))
    return audit.model_copy(update={"workflows": tuple(taken)})
