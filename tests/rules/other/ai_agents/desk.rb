Agents.configure do |config|
  # evidence: other.ai_agents/model-id
  config.default_model = "gpt-4o-mini"
  # ok: other.ai_agents/model-id
  config.default_model = ENV.fetch("MODEL")
end

# evidence: other.ai_agents/tool
class ClaimTool < Agents::Tool
  def perform(tool_context, number:)
    find(number)
  end
end

# ok: other.ai_agents/tool
class ClaimForm < Agents::Form
end

# evidence: other.ai_agents/agent
desk = Agents::Agent.new(
  name: "Desk",
  # evidence: other.ai_agents/model-id
  model: "gpt-4.1-mini",
  tools: [ClaimTool.new]
)
# evidence: other.ai_agents/agent
runner = Agents::Runner.with_agents(desk)
# ok: other.ai_agents/agent
people = Agents::Directory.new
