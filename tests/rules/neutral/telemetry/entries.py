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


class Watched:
    # evidence: neutral.telemetry/step-logger
    def _log_tool_execution(self, tool: str) -> None:
        self.log.append(tool)

    # evidence: neutral.telemetry/step-logger
    def record_usage(self, tokens: int) -> None:
        self.tokens += tokens

    # ok: neutral.telemetry/step-logger
    def _log_execution_of_orders(self, order: str) -> None:
        self.log.append(order)

    def close(self, run_log: list[str], orders: list[str]) -> None:
        # evidence: neutral.telemetry/step-logger
        json.dump(run_log, self.file)
        # ok: neutral.telemetry/step-logger
        json.dump(orders, self.file)


# evidence: neutral.telemetry/own-tracker
class BudgetTracker:
    spent = 0


# evidence: neutral.telemetry/own-tracker
class LLMRequestLog(BaseModel):
    cost: int = 0


# ok: neutral.telemetry/own-tracker
class HttpRequestLog(BaseModel):
    size: int = 0
