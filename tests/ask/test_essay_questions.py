"""Every question that the five essays put to a reader, and every item of the exit list, is asked somewhere."""

from __future__ import annotations

import pytest

from lockin_audit.ask.questionnaire import load_questionnaires

ASKED = {question.id: q.id for q in load_questionnaires() for question in q.questions()}

STRATEGY = {
    "if we had to swap the model in eighteen months, what would be rebuilt": "swap.share accountability.swap",
    "in what order, by whom, at what cost": "swap.order swap.who swap.cost",
    "is the decision owned, or did a purchase become architecture": "choice.decided",
    "who holds the dials when prices, terms or safety policy change": "control.notice consequence.changed",
    "where does accountability land when an agent surprises": "accountability.who",
    "can the team build orchestration at all": "capacity.team",
    "what decision is the agent making": "spec.decision",
    "on whose behalf": "spec.behalf",
    "against what criteria": "spec.criteria",
    "who is accountable when it is wrong": "spec.accountable",
    "are inputs and outputs clear": "spec.contract",
    "what are the guardrails": "spec.guardrails",
    "what is the escalation path": "spec.escalation",
    "is a human in the loop where it matters": "spec.human",
    "can you port it tomorrow": "spec.port",
}
ORCHESTRATION = {
    "which retry decisions are made by the platform, which by your code": "retry.who retry.limits",
    "where is session state stored, and what is its schema": "state.where state.schema",
    "what would it take to replay from a checkpoint today": "replay.from-middle vendor.replay",
    "what of your monitoring breaks when the vendor's format changes": "telemetry.format grown.dashboards",
    "can you export your data when you leave": "state.export exit.tested",
    "who decides decomposition and order": "planes.inventory",
    "is the decomposition your moat": "exposure.moat",
    "can you measure at the orchestration step": "measures.custom",
    "can you replay against changed routing": "changes.replay replay.changed-logic",
    "do orchestration events reach your own telemetry": "measures.otel",
    "can you diff behaviour across versions": "changes.diff",
    "why was it decided so": "telemetry.why",
    "when did a threshold change, and in response to what": "changes.when telemetry.thresholds vendor.threshold",
    "which overrides exist": "changes.override",
    "how long does the investigation take": "consequence.opaque vendor.incident",
    "how many cases are misrouted before it is noticed": "changes.reach",
    "how much observability does this workflow need": "changes.need",
    "tool syntax": "grown.tools",
    "prompt tuning": "grown.prompts",
    "state schema": "grown.state",
    "dashboards": "grown.dashboards",
    "runbooks: active responders or passive observers": "grown.runbooks capacity.rota",
    "auth flows": "grown.auth",
    "months in production": "grown.months",
    "who decides steps, tool calls and retries, given the incentive": "planes.incentive",
    "which model suits which sub-task, at which latency and cost": "choice.models",
    "could you route around an outage": "consequence.unavailable vendor.fallback",
    "is it customer-facing": "exposure.who",
    "is it revenue-generating": "exposure.revenue",
    "is it compliance-sensitive": "exposure.compliance",
    "is it architecturally central": "exposure.central",
    "what does it cost if the layer is unavailable": "consequence.unavailable",
    "what does it cost if it is opaque": "consequence.opaque",
    "what does it cost if it changes without notice": "consequence.changed",
    "is this only faster to ship": "choice.sooner choice.decided",
}
SOVEREIGNTY = {
    "if the two planes disagree, who wins": "control.planes planes.conflict",
    "where are guardrails enforced": "planes.enforced spec.guardrails",
    "whose database holds the agent's memory": "planes.memory state.where",
    "is the reason for a decision visible to who is liable": "telemetry.why",
    "do you have the talent, or do you pay to be faster": "capacity.team choice.sooner",
    "is the bill predictable when agents run long": "price.active price.limit budget.limit budget.growth",
    "what will the price be in three years": "price.hold price.meters",
}
BET = {
    "build an agent, or the layer above": "harness.bet",
    "does owning the agent give a tighter fit": "harness.bet choice.models",
    "what do you actually orchestrate": "harness.layer",
    "one agent today, another tomorrow": "harness.trial harness.instructions harness.skills harness.hooks harness.tools harness.pipeline",
}
PLATFORM = {
    "where does infrastructure hold you back": "capacity.wall",
    "are harness and model paired": "choice.models grown.prompts",
    "do several agents and people work on one case": "team.shape team.handover",
    "does it run long, in the background": "team.long",
    "how are credentials managed": "keys.scope keys.revoke grown.auth",
    "what is the verifiable outcome": "outcome.defined outcome.rate outcome.review",
    "what is the budget": "budget.limit budget.attempts",
    "how are agents retired and upgraded": "life.register life.upgrade",
}
EXIT = {
    "EX-01": "exit.status", "EX-02": "exit.notice", "EX-03": "exit.transition", "EX-04": "exit.retrieval", "EX-05": "exit.list",
    "EX-06": "exit.excluded", "EX-07": "exit.tested", "EX-08": "exit.charges", "EX-09": "exit.plan", "EX-10": "exit.change",
    "PR-01": "price.meters", "PR-02": "price.hold", "PR-03": "price.active", "PR-04": "price.limit", "PR-05": "price.export",
    "CH-01": "vendor.retirement", "CH-02": "vendor.threshold", "OB-01": "vendor.telemetry", "OB-02": "vendor.replay",
    "ST-01": "vendor.place", "IN-01": "vendor.incident", "TP-01": "vendor.chain", "TP-02": "vendor.fallback", "AC-01": "vendor.roles",
}  # fmt: skip
ESSAYS = {"strategy": STRATEGY, "orchestration": ORCHESTRATION, "sovereignty": SOVEREIGNTY, "bet": BET, "platform": PLATFORM}
ALL = [(name, question, ids.split()) for name, asked in ESSAYS.items() for question, ids in asked.items()]


@pytest.mark.parametrize(("essay", "question", "ids"), ALL, ids=[f"{name}: {question}" for name, question, _ in ALL])
def test_a_question_of_the_essays_is_asked(essay: str, question: str, ids: list[str]) -> None:
    assert ids and set(ids) <= set(ASKED), f"{essay}: {question}"


def test_the_exit_list_is_complete_and_in_the_questionnaire_on_procurement() -> None:
    procurement = {id for id, questionnaire in ASKED.items() if questionnaire == "procurement"}
    assert len(EXIT) == 24 and set(EXIT.values()) == procurement


def test_every_question_that_is_asked_has_a_ground_in_the_essays_or_the_exit_list() -> None:
    grounded = {id for _, _, ids in ALL for id in ids} | set(EXIT.values())
    more = {
        "retry.twice", "planes.approval", "swap.alternative", "swap.expected",
    }  # fmt: skip
    assert set(ASKED) - grounded == more
