package example;

import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import org.slf4j.MDC;

class Traces {
  void run(Tracer tracer, Registry registry, String id) {
    // evidence: neutral.telemetry/opentelemetry-setup
    var sdk = OpenTelemetrySdk.builder().build();
    // evidence: neutral.telemetry/span
    var span = tracer.spanBuilder("agent step").startSpan();
    // evidence: neutral.telemetry/span
    var timer = Timer.builder("agent.steps").register(registry);
    // ok: neutral.telemetry/span
    var clock = Clock.builder("agent.steps");
    // evidence: neutral.telemetry/structured-entry
    MDC.put("conversation_id", id);
    // evidence: neutral.telemetry/structured-entry
    log.atInfo().addKeyValue("tool", "search").log("called");
    // ok: neutral.telemetry/structured-entry
    MDC.put("customer", id);
  }
}
