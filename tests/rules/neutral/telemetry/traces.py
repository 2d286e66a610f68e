"""Traces and logs of our own."""

from langfuse import observe
from opentelemetry import trace
from openinference.instrumentation.anthropic import AnthropicInstrumentor

# evidence: neutral.telemetry/opentelemetry
tracer = trace.get_tracer("claims")
# ok: neutral.telemetry/opentelemetry
other = painter.get_tracer("claims")
# evidence: neutral.telemetry/instrumentation
AnthropicInstrumentor().instrument()
# ok: neutral.telemetry/instrumentation
Instrumentor().instrument()


# evidence: neutral.telemetry/langfuse
@observe()
def step(session_id, model):
    # evidence: neutral.telemetry/opentelemetry
    with tracer.start_as_current_span("step") as span:
        # evidence: neutral.telemetry/genai-attribute
        span.set_attribute("gen_ai.request.model", model)
        # ok: neutral.telemetry/genai-attribute
        span.set_attribute("http.request.method", "GET")
        # evidence: neutral.telemetry/structured-log, neutral.telemetry/log-fields
        logger.info("llm_call_finished", session_id=session_id, model=model)
        # evidence: neutral.telemetry/structured-log
        logger.error("agent_executor_failed", error=str(model))
        # ok: neutral.telemetry/structured-log
        logger.error("order_executor_failed", error=str(model))
        # ok: neutral.telemetry/structured-log
        logger.info("the model has answered")
        # ok: neutral.telemetry/structured-log, neutral.telemetry/log-fields
        logger.info("user_deleted", session_id=session_id)


# ok: neutral.telemetry/langfuse
@watched()
def plain():
    pass


def told(attributes: dict[str, str]) -> str:
    # ok: neutral.telemetry/genai-attribute
    return attributes["gen_ai.tool.name"]
