"""What to do about a workflow: the one row of `recommendation.toml` that holds, with its reasons in words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

from lockin_audit.assess.actions import actions, days_text
from lockin_audit.assess.inputs import about
from lockin_audit.assess.preparations import in_place, preparation_kinds
from lockin_audit.core.audit import Recommendation, Verdict
from lockin_audit.core.config import TeamConfig, WorkflowConfig
from lockin_audit.core.data_files import PACKAGE, load
from lockin_audit.core.evidence import Question
from lockin_audit.core.record import Record

if TYPE_CHECKING:
    from lockin_audit.ask.answers import Response

CriticalityLevel = Literal["prototype", "internal", "critical", "unsaid"]
Leakage = Literal["nothing", "low", "medium", "high", "unknown"]
Capacity = Literal["none", "small", "strong", "unsaid"]
CostStanding = Literal["dearer", "close", "cheaper", "unsaid"]
"""What owning is against staying managed."""

_CRITICAL = ("customer-facing", "revenue-generating", "compliance-sensitive", "architecturally-central")
_RISKS = ("high", "medium")
_SHOWN = 3
"""Risks and next actions that a recommendation prints; all stand in the action list of the audit."""
_TOLD = {"dearer": "Owning clearly costs more", "close": "Cost does not decide", "cheaper": "Owning clearly costs less"}
_SHARE = {"platform": 1.0, "mixed": 0.5, "owned": 0.0, "none": 0.0}


class LeakageScale(Record):
    """Where low ends and high begins, in questions of the four."""

    low_up_to: float
    medium_up_to: float


class CapacityScale(Record):
    """What makes a team small or strong, in engineers."""

    small_from: int
    strong_from: int
    strong_with_rota_from: int
    source: str


class CostScale(Record):
    """Where dearer ends and cheaper begins, in the share of simulated futures in which owning costs less."""

    dearer_up_to: float
    cheaper_from: float


class RecommendationRule(Record):
    """One row of the table."""

    id: str
    criticality: tuple[CriticalityLevel, ...]
    leakage: tuple[Leakage, ...]
    capacity: tuple[Capacity, ...]
    cost: tuple[CostStanding, ...] = get_args(CostStanding)
    recommendation: Recommendation
    reason: str
    """The deciding sentence."""
    change: str
    """What would change it."""

    def holds(self, criticality: CriticalityLevel, leakage: Leakage, capacity: Capacity, cost: CostStanding) -> bool:
        """Whether the row is for this combination."""
        return criticality in self.criticality and leakage in self.leakage and capacity in self.capacity and cost in self.cost


class RecommendationTable(Record):
    """`recommendation.toml`."""

    leakage: LeakageScale
    capacity: CapacityScale
    cost: CostScale
    first_steps: dict[Recommendation, tuple[str, ...]]
    """Ids of preparations, the first to be done first."""
    rule: tuple[RecommendationRule, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation with its reasons, the deciding one first."""

    recommendation: Recommendation
    reasons: tuple[str, ...]
    decided_by: str


@cache
def recommendation_table() -> RecommendationTable:
    """The table with its scales."""
    return load(PACKAGE / "assess" / "recommendation.toml", RecommendationTable)


def criticality_level(workflow: WorkflowConfig) -> CriticalityLevel:
    """How critical a workflow is; what is critical stays so even when it is also called a prototype or internal."""
    if any(tag in _CRITICAL for tag in workflow.criticality):
        return "critical"
    if workflow.prototype or "prototype" in workflow.criticality:
        return "prototype"
    return "internal" if "internal" in workflow.criticality else "unsaid"


def leaked(verdicts: Mapping[Question, Verdict]) -> float:
    """How many of the four questions are with the vendor, a shared one counted half."""
    return sum(_SHARE[verdict.verdict] for verdict in verdicts.values())


def leakage_level(verdicts: Mapping[Question, Verdict]) -> Leakage:
    """How much of a workflow a vendor decides or holds."""
    if all(verdict.verdict == "none" for verdict in verdicts.values()):
        return "unknown"
    scale, total = recommendation_table().leakage, leaked(verdicts)
    if total == 0:
        return "nothing"
    return "low" if total <= scale.low_up_to else "medium" if total <= scale.medium_up_to else "high"


def capacity_level(team: TeamConfig) -> Capacity:
    """Whether a team could build and run orchestration of its own."""
    scale = recommendation_table().capacity
    if team.engineers is None:
        return "unsaid"
    if team.engineers < scale.small_from:
        return "none"
    if team.on_call is False:
        return "small"
    return "strong" if team.engineers >= (scale.strong_with_rota_from if team.on_call else scale.strong_from) else "small"


def cost_standing(owning_cheaper: float | None) -> CostStanding:
    """What owning is, from the share of simulated futures in which it costs less than staying; None: nothing was compared."""
    if owning_cheaper is None:
        return "unsaid"
    scale = recommendation_table().cost
    return "dearer" if owning_cheaper <= scale.dearer_up_to else "cheaper" if owning_cheaper >= scale.cheaper_from else "close"


def advise(
    workflow: WorkflowConfig,
    team: TeamConfig,
    verdicts: Mapping[Question, Verdict],
    answers: Sequence["Response"] = (),
    owning_cheaper: float | None = None,
) -> Advice:
    """The recommendation for one workflow.

    Args:
        workflow: with its criticality as the owner stated it.
        team: who could run orchestration.
        verdicts: the four answers for the workflow.
        answers: risks people named; they are told, they do not decide.
        owning_cheaper: share of simulated futures in which owning costs less than staying, over all workflows; None: not compared.
    """
    criticality, leakage, capacity = criticality_level(workflow), leakage_level(verdicts), capacity_level(team)
    cost = cost_standing(owning_cheaper)
    rule = next(r for r in recommendation_table().rule if r.holds(criticality, leakage, capacity, cost))
    reasons = [rule.reason]
    if criticality == "critical":
        reasons.append(f"Stated as {', '.join(tag for tag in workflow.criticality if tag in _CRITICAL)}.")
        if workflow.prototype or "prototype" in workflow.criticality or "internal" in workflow.criticality:
            reasons.append("It is also stated as internal or a prototype; the more critical statement counts.")
    if leakage not in ("unknown", "nothing"):
        held = [question for question, verdict in verdicts.items() if verdict.verdict == "platform"]
        shared = [question for question, verdict in verdicts.items() if verdict.verdict == "mixed"]
        parts = [f"{', '.join(held)} with the vendor"] if held else []
        parts += [f"{', '.join(shared)} with both"] if shared else []
        reasons.append(f"Leakage is {leakage}: {'; '.join(parts)}.")
    if team.engineers is not None and criticality == "critical" and leakage not in ("unknown", "nothing"):
        rota = {True: ", with a rota that could take it on", False: ", without a rota", None: ", nothing said of a rota"}[team.on_call]
        reasons.append(f"{team.engineers} engineer{'s' if team.engineers != 1 else ''} could build and run it{rota}.")
    if owning_cheaper is not None and leakage not in ("unknown", "nothing") and criticality in ("internal", "critical"):
        reasons.append(_cost_reason(cost, owning_cheaper, decides=len(rule.cost) < len(get_args(CostStanding))))
    reasons += [f"Contradiction on {question}: {verdict.contradiction}" for question, verdict in verdicts.items() if verdict.contradiction]
    counted = about(answers, workflow.id)
    risky = sorted((r for r in counted if r.choice.risk in _RISKS), key=lambda r: _RISKS.index(r.choice.risk))
    for response in risky[:_SHOWN]:
        risk, said = response.choice.risk.capitalize(), response.choice.label.rstrip(".")
        reasons.append(f"{risk} risk: {response.question.text} Answer: {said}. {response.choice.rationale}")
    if len(risky) > _SHOWN:
        reasons.append(f"{len(risky) - _SHOWN} more answers carry a high or medium risk.")
    steps = _next_steps(rule, counted, in_place(counted)) if leakage not in ("unknown", "nothing") else _called_for(counted)
    reasons += [f"Next {number}: {step}." for number, step in enumerate(steps[:_SHOWN], start=1)]
    reasons.append(f"What would change it: {rule.change}")
    return Advice(recommendation=rule.recommendation, reasons=tuple(reasons), decided_by=rule.id)


def _called_for(answers: Sequence["Response"]) -> list[str]:
    """What answers call for, most pressing first, with owner and effort."""
    return [f"{a.what.rstrip('.')} ({a.owner}, {days_text(a.days)}; asked: {a.about})" for a in actions(answers)]


def _next_steps(rule: RecommendationRule, answers: Sequence["Response"], done: Collection[str]) -> list[str]:
    """What answers call for, then the first steps of the recommendation that are not in place."""
    kinds = {kind.id: kind for kind in preparation_kinds()}
    first = [kinds[id] for id in recommendation_table().first_steps[rule.recommendation] if id not in done]
    return _called_for(answers) + [f"{kind.what} ({kind.owner}, {days_text(kind.days.likely)})" for kind in first]


def _cost_reason(cost: CostStanding, owning_cheaper: float, *, decides: bool) -> str:
    """How the cost comparison counted."""
    where = f"owning is the cheaper in {owning_cheaper:.0%} of the simulated futures of all workflows together"
    return f"{_TOLD[cost]}: {where}{'' if decides or cost == 'close' else '; for this workflow that does not change the advice'}."
