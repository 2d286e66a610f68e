"""The words every layer shares, without anything heavy behind them: dimensions, ownership, confidence, the four questions."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class Dimension(StrEnum):
    """Which part of the agent's operation a site is about (the eleven of the taxonomy)."""

    ORCHESTRATION = "orchestration"
    RETRY = "retry"
    STATE = "state"
    REPLAY = "replay"
    TELEMETRY = "telemetry"
    TOOLS = "tools"
    PROMPTS = "prompts"
    CREDENTIALS = "credentials"
    SANDBOX = "sandbox"
    MODEL = "model"
    RUNBOOK = "runbook"


class Ownership(StrEnum):
    """Who decides or holds the thing at a site."""

    PLATFORM = "platform"
    OWNED = "owned"


class Confidence(StrEnum):
    """How a site was established: `high` traced to the vendor's client or a name no one else uses; `medium` by names
    and context; `low` by a name alone."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for low, 1 for medium, 2 for high."""
        return ("low", "medium", "high").index(self.value)


Question = Literal["retry", "state", "replay", "telemetry"]
QUESTIONS: tuple[Question, ...] = ("retry", "state", "replay", "telemetry")
QUESTION_TEXTS: dict[Question, str] = {
    "retry": "Which retry decisions are made by the platform versus your code?",
    "state": "Where is session state actually stored, and what is the schema?",
    "replay": "What would it take to replay a failed workflow from an intermediate checkpoint today?",
    "telemetry": "Which parts of your monitoring would break if the vendor's telemetry format changed?",
}
"""The four questions of the audit, in order; each is also the name of a dimension."""
