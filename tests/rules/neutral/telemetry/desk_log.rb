class DeskLog
  # evidence: neutral.telemetry/step-logger-typed
  def log_llm_call(model)
    # evidence: neutral.telemetry/step-logger-typed
    ActiveSupport::Notifications.instrument("llm.call", model: model) { yield }
    # ok: neutral.telemetry/step-logger-typed
    ActiveSupport::Notifications.instrument("order.placed") { yield }
    # evidence: neutral.telemetry/agent-entry, neutral.telemetry/structured-entry-dynamic, neutral.telemetry/structured-log
    Rails.logger.info(tool_name: model)
  end
end
