#!/bin/sh
# evidence: anthropic.agent_sdk/hook-event
words=$(cat | jq -r '.transcript_path')
# ok: anthropic.agent_sdk/hook-event
folder=$(cat | jq -r '.cwd')
