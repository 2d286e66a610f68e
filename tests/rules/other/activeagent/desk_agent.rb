# evidence: other.activeagent/agent
class DeskAgent < ApplicationAgent
  # evidence: other.activeagent/model-id
  generate_with :openai, model: "gpt-4o-mini"
  # ok: other.activeagent/model-id
  layout "agent-desk"
end

# ok: other.activeagent/agent
class DeskController < ApplicationController
end
