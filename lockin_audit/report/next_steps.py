"""What to do next, in order: decisions per workflow, what to ask the vendors for, what to settle before the study is final."""

from __future__ import annotations

from lockin_audit.assess.notices import concerned, ends
from lockin_audit.assess.workflows import WHOLE
from lockin_audit.core.audit import Days, Recommendation, WorkflowAudit
from lockin_audit.core.evidence import QUESTIONS
from lockin_audit.report import numbers
from lockin_audit.report.study import Study

_STEPS: dict[Recommendation, str] = {
    "own": "Plan the move of {names} to orchestration of your own{effort}.",
    "hybrid": "For {names}: bring the parts the platform decides alone into your own code and leave the rest managed{effort}.",
    "managed_portable": "For {names}: write down the task, guardrails, escalation path and accountable person without naming a vendor, "
    "and keep that beside the code.",
    "managed": "Leave {names} where {it_is}; look again when its volume, its users or the vendor's terms change.",
    "unknown": "For {names}: say in lockin.toml who depends on it and how critical it is, then run the assessment again.",
}


def next_steps(study: Study, placeholders: int) -> tuple[str, ...]:
    """Sentences, most important first.

    Args:
        study: the assessment.
        placeholders: how many decisive inputs nobody has confirmed.
    """
    steps = _announced(study)
    if study.audit.sites:
        for recommendation in _STEPS:
            group = [w for w in study.audit.workflows if w.recommendation == recommendation]
            if group:
                steps.append(_decision(study, recommendation, group))
    steps += _questions_for_vendors(study)
    steps += _before_final(study, placeholders)
    return tuple(steps) or ("Nothing to do: no agent runtime was found and every input has a source.",)


def _announced(study: Study) -> list[str]:
    """Ends that vendors have announced of what holds something here."""
    known = {r.id: r for r in study.runtimes}
    held = [s for s in study.audit.sites if s.ownership.value == "platform" and s.runtime in known]
    found = {s.runtime for s in held if concerned(s, known[s.runtime])}
    ended = [f"{r.name} ({r.status})" for r in study.runtimes if r.id in found and ends(r)]
    return [f"Check first what its vendor has announced to end: {'; '.join(ended)}."] if ended else []


def _inside(name: str) -> str:
    """A workflow's name inside a sentence: the one that stands for all of them begins small there."""
    return name[0].lower() + name[1:] if name == WHOLE.name else name


def _decision(study: Study, recommendation: Recommendation, group: list[WorkflowAudit]) -> str:
    names = numbers.listing([_inside(w.name or w.id) for w in group]) if len(group) <= 3 else f"{len(group)} workflows"
    ids = {w.id for w in group}
    items = [i for i in study.audit.rebuild if i.workflow in ids and "leave_runtime" in i.triggers]
    effort = f" ({numbers.days(sum((i.days for i in items), Days(low=0, likely=0, high=0)))})" if items else ""
    it_is = "it is" if len(group) == 1 else "they are"
    return _STEPS[recommendation].format(names=names, effort=effort, it_is=it_is)


def _questions_for_vendors(study: Study) -> list[str]:
    found = {s.runtime for s in study.audit.sites if s.ownership.value == "platform"}
    managed = [r for r in study.runtimes if r.kind == "managed_runtime" and r.id in found]
    vendors = sorted({r.vendor for r in managed})
    if not vendors:
        return []
    return [
        f"Ask {numbers.listing(vendors)} in writing for: notice before prices, limits or behaviour change; a tested export of sessions, "
        "prompts and traces; the retention period after termination; a spending limit that the service enforces."
    ]


def _before_final(study: Study, placeholders: int) -> list[str]:
    steps = []
    if placeholders:
        inputs = numbers.count(placeholders, "input")
        steps.append(f"Before anyone relies on the totals, measure or agree {inputs} that nobody has confirmed.")
    disputes = [q for q in QUESTIONS if q in study.audit.questions and study.audit.questions[q].contradiction]
    if disputes:
        where, disputed = numbers.listing(disputes), numbers.count(len(disputes), "contradiction")
        steps.append(f"Settle {disputed} between what people answered and what the code shows ({where}).")
    unverified = sum(f.evidence == "unverified" for r in study.runtimes for f in r.facts)
    if unverified:
        steps.append(f"Have {numbers.count(unverified, 'vendor statement')} marked unverified confirmed by the vendor.")
    return steps
