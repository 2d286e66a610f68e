package example

import (
	"context"
	"log/slog"

	"go.opentelemetry.io/otel"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
)

func run(ctx context.Context, id string) {
	// evidence: neutral.telemetry/opentelemetry-setup
	provider := sdktrace.NewTracerProvider()
	// evidence: neutral.telemetry/span, neutral.telemetry/tracer-go
	ctx, span := otel.Tracer("agents").Start(ctx, "step")
	// ok: neutral.telemetry/span
	provider.Shutdown(ctx)
	// evidence: neutral.telemetry/structured-entry, neutral.telemetry/agent-entry
	slog.Info("step done", "run_id", id)
	// ok: neutral.telemetry/structured-entry
	slog.Info("listening", "port", 80)
	span.End()
}
