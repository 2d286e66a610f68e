"""Spans around the steps of a graph, and around other things."""

from langchain_core.messages import HumanMessage

from desk.tracing import tracer


def writer(state: dict) -> dict:
    # evidence: neutral.telemetry/named-span, neutral.telemetry/span-beside-models
    with tracer.start_as_current_span("node.writer") as span:
        span.set_attribute("topic", state["topic"])
    # evidence: neutral.telemetry/span-beside-models
    # ok: neutral.telemetry/named-span
    with tracer.start_as_current_span("get_workflow_executions"):
        return {"draft": HumanMessage("")}


def assess(claim: str) -> None:
    # evidence: neutral.telemetry/agent-log-fields, neutral.telemetry/log-fields
    logger.info("assessed", extra={"agent_name": "assessor", "claim": claim})
    # ok: neutral.telemetry/agent-log-fields
    logger.info("swept", extra={"yard": 3})
