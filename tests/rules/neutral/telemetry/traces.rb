require "opentelemetry/sdk"

# evidence: neutral.telemetry/opentelemetry-setup-dynamic
OpenTelemetry::SDK.configure do |c|
  c.service_name = "claims"
end

class Desk
  def ask(client, id)
    # evidence: neutral.telemetry/span-dynamic
    TRACER.in_span("agent.step") do
      client.responses.create(model: MODEL, input: "x")
    end
    # evidence: neutral.telemetry/structured-entry-dynamic, neutral.telemetry/structured-log, neutral.telemetry/agent-entry
    logger.info("agent.step", conversation_id: id, output_tokens: 3)
    # ok: neutral.telemetry/structured-entry-dynamic
    logger.info("done")
    # ok: neutral.telemetry/span-dynamic, neutral.telemetry/opentelemetry-setup-dynamic
    bridge.span("river")
  end
end
