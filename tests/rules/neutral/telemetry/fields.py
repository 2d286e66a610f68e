"""Log lines with fields, and functions that write down what agents do."""

import logging

from anthropic import Anthropic

logger = logging.getLogger(__name__)


# evidence: neutral.telemetry/step-logger
def log_tool_call(name: str, seconds: float) -> None:
    logger.info("tool called")


# evidence: neutral.telemetry/step-logger
async def record_llm_usage(tokens: int) -> None:
    logger.info("tokens used")


# ok: neutral.telemetry/step-logger
def log_tool_shelf(name: str) -> None:
    logger.info("shelf")


def ask(question: str, run: str) -> None:
    Anthropic().messages.create(model=MODEL, messages=[{"role": "user", "content": question}])
    # evidence: neutral.telemetry/log-fields, neutral.telemetry/agent-log-fields
    logger.info(
        f"run {run} is done",
        extra={"run_id": run, "status": "done"},
    )
    # ok: neutral.telemetry/log-fields
    logger.info("started", extra={"port": 80})
    # ok: neutral.telemetry/log-fields
    logger.info(f"run {run} is done")
