"""Says where records of the agents go."""

import os

from azure.monitor.opentelemetry import configure_azure_monitor
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
# evidence: neutral.telemetry/azure-monitor
configure_azure_monitor(connection_string=os.environ["APPLICATIONINSIGHTS_CONNECTION_STRING"])
# ok: neutral.telemetry/azure-monitor
describe_azure_monitor()
