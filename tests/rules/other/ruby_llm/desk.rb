RubyLLM.configure do |config|
  # evidence: other.ruby_llm/retry-setting
  config.max_retries = 5
  # ok: other.ruby_llm/retry-setting
  config.request_timeout = 120
end

# evidence: other.ruby_llm/tool
class Claims < RubyLLM::Tool
  description "Looks up a claim"

  def execute(number:)
    Claim.find_by(number: number).to_h
  end
end

class Chat < ApplicationRecord
  # evidence: other.ruby_llm/history
  acts_as_chat
end

# evidence: other.ruby_llm/agent
class Desk < RubyLLM::Agent
  model ENV.fetch("MODEL")
end

# ok: other.ruby_llm/tool, other.ruby_llm/agent
class Shelf < ApplicationRecord
  # ok: other.ruby_llm/history
  acts_as_list
end

def ask(text)
  # ok: other.ruby_llm/agent
  RubyLLM.chat.ask("Sum this up: #{text}")
  # evidence: other.ruby_llm/agent
  chat = RubyLLM.chat.with_tool(Claims)
  # evidence: other.ruby_llm/watcher
  chat.on_tool_call { |call| Rails.logger.info(event: "tool", name: call.name) }
  # evidence: other.ruby_llm/watcher
  chat.before_tool_call { |call| Rails.logger.info(event: "tool", name: call.name) }
  # ok: other.ruby_llm/watcher
  chat.on_open { |call| call }
  chat.ask(text)
end
