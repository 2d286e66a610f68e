"""The rules of decision: from what was found to a verdict, and from a verdict and an answer to the verdict that counts.

The rules are data (`rules.toml`, `answer_rules.toml`); here they are only looked up.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from lockin_audit.core.audit import VerdictValue
from lockin_audit.core.data_files import PACKAGE, load
from lockin_audit.core.evidence import QUESTIONS, Question
from lockin_audit.core.record import Record

Relation = Literal["same", "adds", "differs"]
Ground = Literal["sites", "absence"]


@dataclass(frozen=True, slots=True)
class Findings:
    """What the scan says about one question, reduced to what the rules ask."""

    question: Question
    workload: bool
    platform: bool
    owned: bool
    managed: bool


class DecisionRule(Record):
    """One named way to a verdict."""

    id: str
    sentence: str
    """The rule in words, as `explain` prints it."""
    verdict: VerdictValue
    workload: bool | None = None
    """Condition on agent work being there at all; None: does not matter."""
    platform: bool | None = None
    """Condition on a place where the vendor decides."""
    owned: bool | None = None
    """Condition on a place where own code decides."""
    managed: bool | None = None
    """Condition on a managed runtime being driven."""
    questions: tuple[Question, ...] = QUESTIONS
    """Questions the rule applies to."""

    def holds(self, found: Findings) -> bool:
        """Whether every condition is met."""
        conditions = (
            (self.workload, found.workload),
            (self.platform, found.platform),
            (self.owned, found.owned),
            (self.managed, found.managed),
        )
        return found.question in self.questions and all(want is None or want == have for want, have in conditions)


class AnswerRule(Record):
    """One named way in which an answer and the evidence meet."""

    id: str
    sentence: str
    """The rule in words."""
    relation: tuple[Relation, ...]
    """How the answer stands to the scan's verdict."""
    overrule: bool | None = None
    """Condition on the answer claiming to overrule; None: does not matter."""
    evidence: tuple[Ground, ...] = ("sites", "absence")
    """What the scan's verdict rests on."""
    take: Literal["scan", "answer", "both"]
    """Whose verdict counts; `both` joins them."""
    contradiction: bool
    """Whether the disagreement is shown."""


class _DecisionFile(Record):
    rule: tuple[DecisionRule, ...]


class _AnswerFile(Record):
    rule: tuple[AnswerRule, ...]


@cache
def decision_rules() -> tuple[DecisionRule, ...]:
    """The rules of decision in their order of printing."""
    return load(PACKAGE / "assess" / "rules.toml", _DecisionFile).rule


@cache
def answer_rules() -> tuple[AnswerRule, ...]:
    """The rules for answers in their order of printing."""
    return load(PACKAGE / "assess" / "answer_rules.toml", _AnswerFile).rule


def decide(found: Findings) -> DecisionRule:
    """The one rule that holds."""
    return next(rule for rule in decision_rules() if rule.holds(found))


def meet(scan: VerdictValue, answer: VerdictValue, ground: Ground, *, overrule: bool) -> AnswerRule:
    """The one rule for this answer against this verdict."""
    relation: Relation = "same" if scan == answer else "adds" if answer == "mixed" and scan != "none" else "differs"
    return next(
        rule
        for rule in answer_rules()
        if relation in rule.relation and ground in rule.evidence and (rule.overrule is None or rule.overrule == overrule)
    )


def join(first: VerdictValue, second: VerdictValue) -> VerdictValue:
    """Two opinions counted together: the same stays, `none` adds nothing, anything else is `mixed`."""
    if first == second or second == "none":
        return first
    return second if first == "none" else "mixed"
