require "open3"
require "claude_agent_sdk"

def answer(question)
  # evidence: anthropic.agent_sdk/agent-program-port
  ClaudeAgentSDK.query(prompt: question) { |message| show(message) }
  # evidence: anthropic.agent_sdk/agent-command-typed
  out, _status = Open3.capture2e("claude", "-p", question)
  # ok: anthropic.agent_sdk/agent-program-port
  Desk.query(prompt: out)
end

def older(question)
  # evidence: anthropic.agent_sdk/agent-program-port
  ClaudeSDK.query(question, options: chosen) { |message| show(message) }
end
