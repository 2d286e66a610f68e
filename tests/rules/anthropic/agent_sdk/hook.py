"""Hands the events of the coding agent on to a log of our own."""
import json
import sys

event = json.load(sys.stdin)
# evidence: anthropic.agent_sdk/hook-event
words = event.get("transcript_path")
# ok: anthropic.agent_sdk/hook-event
folder = event.get("cwd")
# evidence: anthropic.agent_sdk/hook-event
name = event["hook_event_name"]


def refuse(reason: str) -> dict[str, object]:
    # evidence: anthropic.agent_sdk/hook-answer
    return {"hookSpecificOutput": {"hookEventName": "PreToolUse", "permissionDecision": "deny", "permissionDecisionReason": reason}}


# ok: anthropic.agent_sdk/hook-answer
def own_answer(reason: str) -> dict[str, object]:
    return {"allowed": False, "reason": reason}
