"""Numbers of our own."""

from prometheus_client import Counter, Histogram
from shop import Counter as Till

# evidence: neutral.telemetry/metrics
runs = Counter("agent_executions_total", "Runs of agents", ["agent_name", "status"])
# evidence: neutral.telemetry/metrics
seconds = Histogram("claims_llm_seconds", "Seconds of a model call")
# ok: neutral.telemetry/metrics
requests = Counter("http_requests_total", "Requests", ["path"])
# ok: neutral.telemetry/metrics
till = Till("agent_sales", "Sales of insurance agents")


def counted(agent: str) -> None:
    # evidence: neutral.telemetry/metrics
    runs.labels(agent_name=agent, status="done").inc()
    # ok: neutral.telemetry/metrics
    requests.labels(path="/claims").inc()
