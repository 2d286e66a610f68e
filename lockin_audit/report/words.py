"""The words reports use for the model's terms. Every renderer takes them from here, so that page, workbook and text say the same."""

from __future__ import annotations

from lockin_audit.core.assumption import Basis
from lockin_audit.core.audit import ActionRisk, Criticality, Recommendation, VerdictValue
from lockin_audit.core.evidence import Dimension, Ownership, Question

DIMENSIONS: dict[Dimension, str] = {
    Dimension.ORCHESTRATION: "Orchestration",
    Dimension.RETRY: "Retries",
    Dimension.STATE: "State",
    Dimension.REPLAY: "Replay",
    Dimension.TELEMETRY: "Telemetry",
    Dimension.TOOLS: "Tools",
    Dimension.PROMPTS: "Prompts",
    Dimension.CREDENTIALS: "Credentials",
    Dimension.SANDBOX: "Sandbox",
    Dimension.MODEL: "Model",
    Dimension.RUNBOOK: "Runbooks",
}
DIMENSION_NOTES: dict[Dimension, str] = {
    Dimension.ORCHESTRATION: "who decides the next step of the agent",
    Dimension.RETRY: "who decides to try again after a failure",
    Dimension.STATE: "where conversations and progress are kept",
    Dimension.REPLAY: "restarting a failed run from the middle",
    Dimension.TELEMETRY: "traces, metrics and logs of the agent",
    Dimension.TOOLS: "what the agent may call, and how it is declared",
    Dimension.PROMPTS: "instructions kept with the vendor or in your repository",
    Dimension.CREDENTIALS: "who holds the keys the agent uses",
    Dimension.SANDBOX: "where code the agent writes is run",
    Dimension.MODEL: "how firmly one model is wired in",
    Dimension.RUNBOOK: "what people are told to do when it fails",
}
QUESTION_TITLES: dict[Question, str] = {"retry": "Retries", "state": "State", "replay": "Replay", "telemetry": "Telemetry"}
VERDICTS: dict[VerdictValue, str] = {
    "platform": "Platform decides",
    "mixed": "Mixed",
    "owned": "You own it",
    "none": "Nothing found",
}
OWNERSHIPS: dict[Ownership, str] = {Ownership.PLATFORM: "platform", Ownership.OWNED: "owned"}
RECOMMENDATIONS: dict[Recommendation, str] = {
    "managed": "Stay managed",
    "managed_portable": "Stay managed, keep a portable specification",
    "hybrid": "Hybrid: own the parts that leak",
    "own": "Own it",
    "unknown": "Not enough known to say",
}
CRITICALITIES: dict[Criticality, str] = {
    "customer-facing": "customer-facing",
    "revenue-generating": "revenue-generating",
    "compliance-sensitive": "compliance-sensitive",
    "architecturally-central": "architecturally central",
    "internal": "internal",
    "prototype": "prototype",
}
BASES: dict[Basis, str] = {
    "measured": "measured from data or code",
    "answered": "said by a person",
    "assumed": "assumed by us, with a reason",
    "default": "default nobody has confirmed yet",
}
TRIGGERS = {"leave_runtime": "leaving the runtime", "swap_model": "swapping the model"}
RISKS: dict[ActionRisk, str] = {"high": "high", "unknown": "not known", "medium": "medium"}
