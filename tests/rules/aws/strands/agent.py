"""An agent on Strands."""

from strands import Agent, ModelRetryStrategy, tool
from strands.session.file_session_manager import FileSessionManager
from strands.session.snapshot_session_manager import SnapshotSessionManager
from strands.telemetry import StrandsTelemetry


# evidence: aws.strands/tool
@tool
def lookup(number: str) -> str:
    """Find a policy."""
    return number


# ok: aws.strands/tool
def helper(number):
    return number


# evidence: aws.strands/agent
agent = Agent(
    # evidence: aws.strands/model-id
    model="eu.amazon.nova-pro-v1:0",
    tools=[lookup],
    # evidence: aws.strands/session-manager
    session_manager=FileSessionManager(session_id="1"),
)
# ok: aws.strands/agent, aws.strands/model-id, aws.strands/session-manager
other = HttpAgent(model=MODEL)
# evidence: aws.strands/traces
StrandsTelemetry().setup_otlp_exporter()
# ok: aws.strands/traces
OwnTelemetry().start()
# evidence: aws.strands/session-manager, aws.strands/snapshot
kept = SnapshotSessionManager(session_id="1", storage=disk)
# ok: aws.strands/snapshot
vm.snapshot()
# evidence: aws.strands/agent
patient = Agent(
    # evidence: aws.strands/retry-rule
    retry_strategy=ModelRetryStrategy(max_attempts=3),
    # ok: aws.strands/retry-rule
    session_manager=kept,
)
