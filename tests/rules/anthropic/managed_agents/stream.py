"""Reads the stream of a session."""

from anthropic import Anthropic


def follow(client: Anthropic, session_id: str) -> None:
    with client.beta.sessions.events.stream(session_id) as stream:
        for event in stream:
            # ok: anthropic.managed_agents/event-names
            if event.type == "agent.message":
                print(event.content)
            # evidence: anthropic.managed_agents/event-names
            elif event.type == "agent.tool_use":
                print(event.name)
            # evidence: anthropic.managed_agents/custom-tool-exchange
            elif event.type == "agent.custom_tool_use":
                answer(event)
            # evidence: anthropic.managed_agents/event-names, anthropic.managed_agents/vendor-retry-status
            elif event.type == "session.status_rescheduled":
                print("the platform tries again")
            # evidence: anthropic.managed_agents/event-names
            elif event.type == "session.error":
                # evidence: anthropic.managed_agents/vendor-retry-status
                print(event.error.retry_status)
            # evidence: anthropic.managed_agents/event-names, anthropic.managed_agents/terminal-status
            elif event.type == "session.status_idle":
                if event.stop_reason.type == "requires_action":
                    confirm(client, session_id, event)
                    continue
                break
    # ok: anthropic.managed_agents/vendor-retry-status, anthropic.managed_agents/terminal-status
    print("idle", "rescheduled")


def confirm(client, session_id, event):
    # evidence: anthropic.managed_agents/tool-confirmation
    body = {"type": "user.tool_confirmation", "tool_use_id": event.id, "result": "allow"}
    # ok: anthropic.managed_agents/tool-confirmation, anthropic.managed_agents/custom-tool-exchange
    note = {"type": "tool_confirmation", "custom": True}
    # evidence: anthropic.managed_agents/session-run
    client.beta.sessions.events.send(session_id, events=[body, note])


def grade(client, session_id, rubric):
    # evidence: anthropic.managed_agents/session-run
    client.beta.sessions.events.send(session_id, events=[{
        # evidence: anthropic.managed_agents/outcome-loop
        "type": "user.define_outcome",
        "rubric": rubric,
        # evidence: anthropic.managed_agents/outcome-loop
        "max_iterations": 3,
    }])
    # ok: anthropic.managed_agents/outcome-loop
    limit = {"iterations": 3}
    return limit


def cost(session):
    # evidence: anthropic.managed_agents/usage-fields
    usage = session.usage
    # evidence: anthropic.managed_agents/usage-fields
    seconds = session.stats.active_seconds
    # ok: anthropic.managed_agents/usage-fields
    rows = session.rows
    return usage, seconds, rows
