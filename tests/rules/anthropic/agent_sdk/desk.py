"""A claims desk that goes on where it stopped and reads what a run cost."""

from claude_agent_sdk import AgentDefinition, ClaudeAgentOptions, get_session_messages

# evidence: anthropic.agent_sdk/agent-program
checker = AgentDefinition(
    description="checks a policy",
    # evidence: anthropic.agent_sdk/model-short-name
    model="haiku",
)
# evidence: anthropic.agent_sdk/agent-program
options = ClaudeAgentOptions(
    # evidence: anthropic.agent_sdk/session-resume
    resume=claim.run_id,
    # evidence: anthropic.agent_sdk/session-store
    session_store=table,
    # evidence: anthropic.agent_sdk/preset-prompt
    system_prompt={"type": "preset", "preset": "claude_code"},
    # ok: anthropic.agent_sdk/model-short-name
    model=settings.model,
)
# ok: anthropic.agent_sdk/session-resume, anthropic.agent_sdk/session-store
upload = Upload(resume=True, session_store=table)
# evidence: anthropic.agent_sdk/agent-program
other = ClaudeAgentOptions(
    # ok: anthropic.agent_sdk/session-resume
    continue_conversation=False,
    # ok: anthropic.agent_sdk/preset-prompt
    system_prompt=read("claims.txt"),
)
# evidence: anthropic.agent_sdk/session-record
lines = get_session_messages(claim.run_id)
# evidence: anthropic.agent_sdk/run-figures
cost = message.total_cost_usd
# ok: anthropic.agent_sdk/run-figures
turns = game.num_turns
# ok: anthropic.agent_sdk/session-record
people = directory.list_sessions()
