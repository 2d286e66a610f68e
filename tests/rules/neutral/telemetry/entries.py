"""Entries and accounts of what agents did."""

import logfire


def assess(claim: str) -> None:
    # evidence: neutral.telemetry/logfire-entry
    with logfire.span("assess claim"):
        # evidence: neutral.telemetry/logfire-entry
        logfire.info("assessed", workflow_id=claim)
        # ok: neutral.telemetry/logfire-entry
        logfire.info("yard swept", broom=3)


# evidence: neutral.telemetry/own-tracker
class TokenUsageTracker:
    spent: int = 0


# evidence: neutral.telemetry/own-tracker
class AuditLogger:
    kept: bool = True


# evidence: neutral.telemetry/own-tracker
class TokenUsageLog:
    spent: int = 0


# ok: neutral.telemetry/own-tracker
class YardStats:
    swept: int = 0


# evidence: neutral.telemetry/own-tracker
class ResponseTrace:
    pass


# ok: neutral.telemetry/own-tracker
class StackTrace:
    pass
