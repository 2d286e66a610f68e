"""A yard without models."""

from opentelemetry import trace

# evidence: neutral.telemetry/opentelemetry
tracer = trace.get_tracer(__name__)


def sweep() -> None:
    # evidence: neutral.telemetry/opentelemetry
    # ok: neutral.telemetry/span-beside-models
    with tracer.start_as_current_span("sweep yard"):
        broom.sweep()
