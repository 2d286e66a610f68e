import ai.koog.agents.core.agent.AIAgent
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter

class Exporter {
    // evidence: neutral.telemetry/opentelemetry-setup
    fun exporter(address: String) = OtlpGrpcSpanExporter.builder().setEndpoint(address).build()

    // ok: neutral.telemetry/opentelemetry-setup
    fun noise() = "OtlpGrpcSpanExporter"
}
