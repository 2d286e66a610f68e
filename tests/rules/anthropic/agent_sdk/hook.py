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
