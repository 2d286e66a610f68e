using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.ApplicationInsights;
using Microsoft.Extensions.Logging;

public class Traces
{
    private static readonly ActivitySource Source = new("agents");
    private readonly ILogger<Traces> _logger;
    private readonly TelemetryClient _telemetry;

    public void Run(IHostApplicationBuilder builder, Meter meter, string conversationId)
    {
        // evidence: neutral.telemetry/opentelemetry-setup
        builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource("agents"));
        // ok: neutral.telemetry/opentelemetry-setup
        builder.Services.AddHealthChecks();
        // evidence: neutral.telemetry/application-insights
        builder.Services.AddApplicationInsightsTelemetry();
        // evidence: neutral.telemetry/application-insights
        _telemetry.TrackEvent("agent-step");
        // ok: neutral.telemetry/application-insights
        Shop.TrackEvent("sold");
        // evidence: neutral.telemetry/span
        using var step = Source.StartActivity("agent step");
        // evidence: neutral.telemetry/span, neutral.telemetry/metrics
        var counter = meter.CreateCounter<long>("agent.steps");
        // evidence: neutral.telemetry/span
        // ok: neutral.telemetry/metrics
        var orders = meter.CreateCounter<long>("orders.sold");
        // ok: neutral.telemetry/span
        Source.Dispose();
        // evidence: neutral.telemetry/structured-entry
        _logger.LogInformation("Sent a message to {ConversationId}, {Count} parts", conversationId, 2);
        // evidence: neutral.telemetry/structured-entry
        _logger.LogError(error, "Tool {ToolName} failed", name);
        // ok: neutral.telemetry/structured-entry
        _logger.LogInformation($"Sent a message to {conversationId}");
        // evidence: neutral.telemetry/structured-entry
        _logger.LogInformation("Goes to {Agent} ({Confidence})", agent, 2);
        // ok: neutral.telemetry/structured-entry
        _logger.LogInformation("Came with {UserAgent}", agent);
        // ok: neutral.telemetry/structured-entry
        _logger.LogInformation("Ready on port {Port}", port);
    }
}
