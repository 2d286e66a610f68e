"""Log lines with fields beside their text."""


def ask(logger, answer):
    # evidence: neutral.telemetry/structured-log
    get_logger().info("AI response", response=answer, usage=answer.usage)
    # evidence: neutral.telemetry/structured-log
    logger.info("answered", input_tokens=answer.tokens)
    # ok: neutral.telemetry/structured-log
    logger.info("started", port=8000)
