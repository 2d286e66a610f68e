"""What is kept of the program's sessions."""

from claude_agent_sdk import ResultMessage

# evidence: anthropic.agent_sdk/listed-tools
DEFAULT_TOOLS = ["WebSearch", "Read"]
# ok: anthropic.agent_sdk/listed-tools
OWN_TOOLS = ["lookup", "Read"]
SCHEMA = """
CREATE TABLE IF NOT EXISTS talks (
    id TEXT PRIMARY KEY,
    -- evidence: anthropic.agent_sdk/session-id
    claude_session_id TEXT NOT NULL,
    -- ok: anthropic.agent_sdk/session-id
    web_session_id TEXT NOT NULL
)
"""


def keep(result_message: ResultMessage, store) -> None:
    # evidence: anthropic.agent_sdk/session-id
    store["session_id"] = result_message.session_id
    # evidence: anthropic.agent_sdk/session-id
    record = {"session_id": result_message.session_id}
    # evidence: anthropic.agent_sdk/session-id
    store[request.runtime_session_id] = result_message.session_id
    # ok: anthropic.agent_sdk/session-id
    print(f"session {result_message.session_id}")
    # ok: anthropic.agent_sdk/session-id
    session_id = request.session_id
    # evidence: anthropic.agent_sdk/run-figures
    turns = result_message.num_turns
    store.write(record, session_id, turns)
