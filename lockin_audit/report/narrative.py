"""The sentences every report opens with: verdict, four key numbers, a line per workflow, what would change it, what to do next.

Defined here once; page, Markdown and workbook print the same words. All texts are plain: a renderer escapes them for its format.
"""

from __future__ import annotations

from dataclasses import dataclass

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.audit import Recommendation, VerdictValue, WorkflowAudit
from lockin_audit.core.evidence import QUESTIONS
from lockin_audit.finance.result import Comparison, OptionResult
from lockin_audit.report import numbers
from lockin_audit.report.flips import flip_conditions
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
class KeyNumber:
    """One of the four numbers of the first page."""

    label: str
    value: str
    """Formatted; `unknown` or `not reached ...` where there is none."""
    note: str
    """Range, unit or the reason why it is unknown."""


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
        key_numbers=(_saving(study), _payback(study), _break_even(study), _effort(study)),
        workflows=tuple(_line(w) for w in study.audit.workflows),
        flips=flip_conditions(study.cost),
        actions=next_steps(study, len(decisive_placeholders(study))),
    )


def placeholders(study: Study) -> tuple[Assumption, ...]:
    """Inputs nobody has looked at yet."""
    return tuple(a for a in study.cost.assumptions if a.is_placeholder)


def decisive_placeholders(study: Study) -> tuple[Assumption, ...]:
    """The placeholders that move the saving, the one that moves it most first; all of them where no tornado was computed."""
    swings = {bar.id: abs(bar.high - bar.low) for bar in study.cost.tornado}
    found = placeholders(study)
    if not swings:
        return found
    return tuple(sorted((a for a in found if swings.get(a.id, 0.0) > 0), key=lambda a: (-swings[a.id], a.id)))


def draft_reasons(study: Study) -> tuple[str, ...]:
    """Why the study is a draft; empty when every decisive input has a source and a config was given."""
    reasons = []
    if study.config_is_default:
        reasons.append("No lockin.toml was found: workflows, volumes and options are placeholders. Write one with `lockin-audit init`.")
    decisive = decisive_placeholders(study)
    if decisive:
        names = numbers.listing(
            [numbers.quoted(a.label) for a in decisive[:3]] + ([f"{len(decisive) - 3} more"] if len(decisive) > 3 else [])
        )
        verb = "that moves the result is a placeholder" if len(decisive) == 1 else "that move the result are placeholders"
        reasons.append(f"{numbers.count(len(decisive), 'input')} {verb} nobody has confirmed: {names}.")
    return tuple(reasons)


def compared(study: Study) -> tuple[OptionResult, OptionResult, Comparison] | None:
    """The option moved from, the option moved to, and their comparison; None where nothing is compared."""
    comparison = study.cost.comparison
    if comparison is None or comparison.from_ not in study.cost.options or comparison.to not in study.cost.options:
        return None
    return study.cost.options[comparison.from_], study.cost.options[comparison.to], comparison


def saving_words(value: float, currency: str) -> str:
    """A saving as a reader says it: `$154k less`, `$38k more`, `the same`."""
    text = numbers.money_short(abs(value), currency)
    return "the same" if round(value) == 0 else f"{text} {'less' if value > 0 else 'more'}"


def total_words(option: OptionResult, value: float, currency: str) -> str:
    """A total of an option, or that it is unknown because lines lack a price, with what the priced lines come to."""
    text = numbers.money(value, currency)
    return f"unknown; the priced lines come to {text}" if option.unpriced else text


def unpriced_words(study: Study) -> str:
    """One sentence on totals that are incomplete; empty when everything was priced."""
    parts = [
        f"{numbers.quoted(o.label)} ({numbers.count(len(o.unpriced_lines) or len(o.unpriced), 'line')})"
        for o in study.cost.options.values()
        if o.unpriced
    ]
    return f"The totals are incomplete: lines could not be priced for {numbers.listing(parts)}." if parts else ""


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


def _saving(study: Study) -> KeyNumber:
    pair, simulation, currency = compared(study), study.cost.simulation, study.cost.currency
    if pair is None:
        return KeyNumber("Saving by moving", numbers.UNKNOWN, "No two options are compared.")
    start, end, comparison = pair
    note = f"{numbers.quoted(start.label)} less {numbers.quoted(end.label)}, present value over {study.cost.horizon_months} months."
    if simulation is not None:
        p10, p90 = (numbers.money_short(v, currency) for v in (simulation.p10, simulation.p90))
        note += f" Eight in ten simulated futures: {p10} to {p90}."
    if comparison.saving_npv < 0:
        note += " Negative: moving costs more than staying."
    return KeyNumber("Saving by moving", numbers.money_short(comparison.saving_npv, currency), note)


def _payback(study: Study) -> KeyNumber:
    pair, horizon = compared(study), study.cost.horizon_months
    if pair is None:
        return KeyNumber("Payback", numbers.UNKNOWN, "No two options are compared.")
    comparison = pair[2]
    if comparison.payback_month is None:
        reason = (
            " ".join(n for n in comparison.notes if "payback" in n.lower()) or "Moving does not earn back its cost in the months looked at."
        )
        return KeyNumber("Payback", numbers.month(None, horizon), reason)
    note = f"Discounted: {numbers.month(comparison.discounted_payback_month, horizon)}."
    if comparison.sustained_payback_month != comparison.payback_month:
        note += f" For good: {numbers.month(comparison.sustained_payback_month, horizon)}."
    return KeyNumber("Payback", numbers.month(comparison.payback_month, horizon).capitalize(), note)


def _break_even(study: Study) -> KeyNumber:
    pair, today = compared(study), sessions_today(study)
    now = f"Today {numbers.quantity(today)}." if today else ""
    if pair is None:
        return KeyNumber("Break-even volume", numbers.UNKNOWN, "No two options are compared.")
    crossings = pair[2].break_even_sessions
    if not crossings:
        return KeyNumber("Break-even volume", "none", f"No volume looked at makes both cost the same. {now}".strip())
    text = f"about {numbers.listing([numbers.about(c) for c in crossings])}"
    return KeyNumber("Break-even volume", text, f"Sessions a month, all workflows, at which both cost the same. {now}".strip())


def sessions_today(study: Study) -> float:
    """Sessions a month over all workflows in the base case; 0 where no volume is among the inputs."""
    return sum(a.value for a in study.cost.assumptions if a.id.endswith(".sessions_per_month"))


def _effort(study: Study) -> KeyNumber:
    leave, swap = study.audit.leave_days, study.audit.swap_days
    if not study.audit.rebuild:
        return KeyNumber("Effort to leave", "nothing to rebuild", "No item stands on the rebuild list.")
    low, high = round(leave.low), round(leave.high)
    note = f"Most likely {round(leave.likely):,}. Swapping the model alone: {round(swap.low):,} to {round(swap.high):,} person-days."
    return KeyNumber("Effort to leave", f"{low:,} to {high:,} person-days", note)


def _line(workflow: WorkflowAudit) -> WorkflowLine:
    return WorkflowLine(
        id=workflow.id,
        name=workflow.name or workflow.id,
        criticality=numbers.listing([CRITICALITIES[c] for c in workflow.criticality]) or "criticality not stated",
        recommendation=workflow.recommendation,
        advice=RECOMMENDATIONS[workflow.recommendation],
        reasons=workflow.reasons,
    )
