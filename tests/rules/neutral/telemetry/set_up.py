"""Says where records of the agents go."""

import os

from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider

# evidence: neutral.telemetry/opentelemetry-setup
provider = TracerProvider(resource=Resource.create({"service.name": "claims"}))
trace.set_tracer_provider(provider)
# evidence: neutral.telemetry/opentelemetry-setup
os.environ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://collector:4318"
# ok: neutral.telemetry/opentelemetry-setup
known = {"OTEL_EXPORTER_OTLP_ENDPOINT": "address of the collector"}
