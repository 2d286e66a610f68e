class Session
  def run(prompt)
    # evidence: other.ruby_llm/agent
    coder.ask_later(prompt)
    # ok: other.ruby_llm/agent
    coder.ask(prompt)
  end

  # evidence: other.ruby_llm/subscriber
  ActiveSupport::Notifications.subscribe(/ruby_llm/, Recorder.new)
  # ok: other.ruby_llm/subscriber
  ActiveSupport::Notifications.subscribe("sql.active_record", Recorder.new)
end
