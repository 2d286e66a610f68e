"""Asks an agent at Snowflake."""

# evidence: other.snowflake_cortex/agent-call
RUN = "/api/v2/databases/claims/schemas/public/agents/desk:run"
# ok: other.snowflake_cortex/agent-call, other.snowflake_cortex/thread
OWN = "/api/v2/claims/run"
# evidence: other.snowflake_cortex/thread
THREADS = "/api/v2/cortex/threads"
# evidence: other.snowflake_cortex/vendor-tool
TOOLS = [{"tool_spec": {"type": "cortex_analyst_text_to_sql", "name": "claims"}}]
# ok: other.snowflake_cortex/vendor-tool
OTHER = [{"tool_spec": {"type": "generic", "name": "claims"}}]
# evidence: other.snowflake_cortex/agent-instructions
BODY = {"response_instruction": "Be brief.", "tools": TOOLS}
# ok: other.snowflake_cortex/agent-instructions
PLAIN = {"instruction": "Be brief."}
# evidence: other.snowflake_cortex/agent-call
JOINED = BASE + f"databases/{DATABASE}/schemas/{SCHEMA}/agents/{NAME}:run"
# ok: other.snowflake_cortex/agent-call, other.snowflake_cortex/agent-object
TABLE = BASE + f"databases/{DATABASE}/schemas/{SCHEMA}/tables/{NAME}"
# evidence: other.snowflake_cortex/agent-object
AGENTS = f"/api/v2/databases/{DATABASE}/schemas/{SCHEMA}/agents"
# evidence: other.snowflake_cortex/thread
JOINED_THREADS = BASE + "cortex/threads"
# evidence: other.snowflake_cortex/run-events
THINKING = "response.thinking.delta"
# ok: other.snowflake_cortex/run-events
TEXT = "response.text.delta"
