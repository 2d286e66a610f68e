# evidence: anthropic.agent_sdk/agent-command-script, anthropic.agent_sdk/command-tools
claude -p "Sort the inbox" --allowedTools "Read" "Edit"
# ok: anthropic.agent_sdk/agent-command-script, anthropic.agent_sdk/command-tools
claude mcp list
