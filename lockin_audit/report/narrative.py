"""The sentences every report opens with: verdict, four key numbers, a line per workflow, what would change it, what to do next.

Defined here once; page, Markdown and workbook print the same words. All texts are plain: a renderer escapes them for its format.
"""

from __future__ import annotations

from dataclasses import dataclass

from lockin_audit.core.audit import Recommendation, VerdictValue, WorkflowAudit
from lockin_audit.core.evidence import QUESTIONS
from lockin_audit.finance.result import Comparison, OptionResult
from lockin_audit.report import numbers
from lockin_audit.report.comparison import compared, saving_words, unpriced_words
from lockin_audit.report.draft import decisive_placeholders, draft_reasons
from lockin_audit.report.flips import flip_conditions
from lockin_audit.report.key_numbers import KeyNumber, key_numbers
from lockin_audit.report.next_steps import next_steps
from lockin_audit.report.study import Study
from lockin_audit.report.words import CRITICALITIES, QUESTION_TITLES, RECOMMENDATIONS

_ORDERS: dict[Recommendation, str] = {
    "own": "own the orchestration of {}",
    "hybrid": "own the leaking parts of {} and leave the rest managed",
    "managed_portable": "stay managed with {}, under a portable specification",
    "managed": "stay managed with {}",
    "unknown": "decide later on {}, where too little is known",
}
_NOTHING_HELD = "nothing-held"
"""The row of the recommendation table for workflows of which no vendor holds anything: they are owned already."""
_KEEP = "keep owning the orchestration of {}: no vendor decides or holds any of the four"


@dataclass(frozen=True)
class WorkflowLine:
    """What is advised for one workflow."""

    id: str
    name: str
    criticality: str
    recommendation: Recommendation
    advice: str
    reasons: tuple[str, ...]
    """The deciding one first."""


@dataclass(frozen=True)
class Narrative:
    """The first page in words."""

    title: str
    subject: str
    """Client, repository, commit and date in one line."""
    imprint: str
    """Who made it, its date where that is not the day of the prices, and the line on confidentiality; may be empty."""
    verdict: str
    """What to do, who decides today, and what it costs: one to three sentences."""
    findings: tuple[str, ...]
    """The verdict in its parts: advice, who decides, money; those there are."""
    draft: tuple[str, ...]
    """Why this is still a draft; empty when it is not."""
    key_numbers: tuple[KeyNumber, ...]
    """Always four."""
    workflows: tuple[WorkflowLine, ...]
    flips: tuple[str, ...]
    """Up to three conditions that would reverse the cost comparison, or that none does."""
    actions: tuple[str, ...]
    """What to do next, most important first."""


def narrate(study: Study) -> Narrative:
    """All sentences of the first page."""
    findings = tuple(s for s in (_advice_sentence(study), _questions_sentence(study), _money_sentence(study)) if s)
    return Narrative(
        title=study.config.study.title,
        subject=_subject(study),
        imprint=_imprint(study),
        verdict=" ".join(findings),
        findings=findings,
        draft=draft_reasons(study),
        key_numbers=key_numbers(study),
        workflows=tuple(_line(w) for w in study.audit.workflows),
        flips=flip_conditions(study.cost),
        actions=next_steps(study, len(decisive_placeholders(study))),
    )


def _subject(study: Study) -> str:
    parts = [study.client, f"repository {study.repository_name}"]
    if study.audit.scan.commit:
        parts.append(f"commit {study.audit.scan.commit[:10]}")
    parts.append(f"as of {numbers.day(study.as_of, study.language)}")
    return " · ".join(p for p in parts if p)


def _imprint(study: Study) -> str:
    parts = [f"Prepared by {study.author}" if study.author else ""]
    parts += [numbers.day(study.dated, study.language) if study.dated != study.as_of else "", study.config.report.confidentiality]
    return " · ".join(p for p in parts if p)


def _advice_sentence(study: Study) -> str:
    if not study.audit.sites:
        read = numbers.count(study.audit.scan.stats.files, "file")
        return f"No sign of an agent runtime was found in the {read} read, so there is nothing to move."
    held = [w for w in study.audit.workflows if w.decided_by != _NOTHING_HELD]
    groups = [(_KEEP, [w for w in study.audit.workflows if w.decided_by == _NOTHING_HELD])]
    groups += [(order, [w for w in held if w.recommendation == recommendation]) for recommendation, order in _ORDERS.items()]
    total = len(study.audit.workflows)
    orders = [
        order.format(f"all {total} workflows" if len(group) == total > 1 else _names(group, total)) for order, group in groups if group
    ]
    text = "; ".join(orders)
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _names(group: list[WorkflowAudit], total: int) -> str:
    if len(group) > 3:
        return f"{len(group)} of {total} workflows"
    return numbers.listing([w.name.replace("The ", "the ", 1) if w.name.startswith("The ") else w.name or w.id for w in group])


def _questions_sentence(study: Study) -> str:
    if not study.audit.sites:
        return ""
    platform, mixed = questions_held(study, "platform"), questions_held(study, "mixed")
    parts = []
    if platform:
        parts.append(f"The platform alone decides {numbers.listing(platform)}")
    if mixed:
        parts.append(f"{'shares' if parts else 'The platform shares'} {numbers.listing(mixed)} with your own code")
    return f"{' and '.join(parts)}." if parts else "None of the four questions is decided by the platform."


def _money_sentence(study: Study) -> str:
    pair = compared(study)
    if study.config_is_default and not study.audit.sites:
        return "Nobody has stated a workflow or a volume either: the cost pages show placeholders and compare nothing of yours."
    if pair is None:
        return unpriced_words(study)
    start, end, comparison = pair
    currency, simulation = study.cost.currency, study.cost.simulation
    difference = saving_words(comparison.saving_npv, currency)
    here, there = numbers.quoted(start.label), numbers.quoted(end.label)
    basis = "With the tool's placeholder volumes, over" if study.config_is_default else "Over"
    text = f"{basis} {study.cost.horizon_months} months {there} costs {difference}{'' if difference != 'the same' else ' as'}"
    text += f"{' than' if difference != 'the same' else ''} {here} in present value"
    if simulation is not None:
        chance = numbers.share(simulation.probability_owned_cheaper)
        text += f", and is the cheaper of the two in {chance} of {simulation.draws:,} simulated futures"
    return " ".join(s for s in (f"{text}.", _tension(study, end, comparison), unpriced_words(study)) if s)


def _tension(study: Study, end: OptionResult, comparison: Comparison) -> str:
    """What advice and cost say together where one points to moving and the other to staying."""
    advised = {w.recommendation for w in study.audit.workflows if w.decided_by != _NOTHING_HELD} - {"unknown"}
    pays = comparison.saving_npv > 0
    if not study.audit.sites or not advised or end.kind != "owned":
        return ""
    if not pays and advised & {"own", "hybrid"}:
        return "Owning is advised for control over critical work, not to save money."
    if pays and not advised & {"own", "hybrid"}:
        return "Staying is advised although moving would cost less: the work does not call for control of your own."
    return ""


def questions_held(study: Study, verdict: VerdictValue) -> tuple[str, ...]:
    """Titles, in lower case, of the questions with this verdict for the whole repository."""
    found = study.audit.questions
    return tuple(QUESTION_TITLES[q].lower() for q in QUESTIONS if q in found and found[q].verdict == verdict)


def _line(workflow: WorkflowAudit) -> WorkflowLine:
    return WorkflowLine(
        id=workflow.id,
        name=workflow.name or workflow.id,
        criticality=numbers.listing([CRITICALITIES[c] for c in workflow.criticality]) or "criticality not stated",
        recommendation=workflow.recommendation,
        advice=RECOMMENDATIONS[workflow.recommendation],
        reasons=workflow.reasons,
    )
