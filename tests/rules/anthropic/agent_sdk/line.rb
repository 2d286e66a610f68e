require "open3"

class Desk
  # evidence: anthropic.agent_sdk/model-id-typed
  def initialize(model: "claude-sonnet-4-5-20250929", key: nil)
    @model = model
    @key = key
  end

  def command
    # evidence: anthropic.agent_sdk/agent-command-typed
    line = "claude -p --output-format=stream-json"
    # ok: anthropic.agent_sdk/agent-command-typed
    line += " --verbose"
    # evidence: anthropic.agent_sdk/resume-typed
    line += " --resume #{@key}" if @key
    # ok: anthropic.agent_sdk/resume-typed, anthropic.agent_sdk/model-id-typed
    line + " --model #{@model}"
  end
end

def built
  # evidence: anthropic.agent_sdk/agent-command-typed
  command << "--dangerously-skip-permissions" unless careful
  # ok: anthropic.agent_sdk/agent-command-typed
  command << "--verbose"
end
