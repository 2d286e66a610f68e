"""Copies what each triage session used to the claims team's metrics, and warns when a run goes wrong."""

from prometheus_client import Counter, Histogram

from triage.agent import client

ACTIVE_SECONDS = Histogram("triage_active_seconds", "Seconds a triage session was running")
TOKENS = Counter("triage_tokens_total", "Tokens used by triage", ["kind"])
FAILED = Counter("triage_failed_total", "Sessions the platform gave up on")


def collect(session_id: str) -> None:
    """Read the vendor's usage object of one finished session."""
    session = client.beta.sessions.retrieve(session_id)
    ACTIVE_SECONDS.observe(session.usage.active_seconds)
    TOKENS.labels("input").inc(session.usage.input_tokens)
    TOKENS.labels("output").inc(session.usage.output_tokens)
    TOKENS.labels("cache_read").inc(session.usage.cache_read_input_tokens)
    for event in client.beta.sessions.events.list(session_id):
        if event.type == "session.error" and event.error.retry_status.type == "exhausted":
            FAILED.inc()
        elif event.type == "span.model_request_end" and event.is_error:
            FAILED.inc()
