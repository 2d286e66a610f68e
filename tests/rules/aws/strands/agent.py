"""An agent on Strands."""

from strands import Agent, tool
from strands.session.file_session_manager import FileSessionManager


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
