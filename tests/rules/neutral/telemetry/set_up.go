package desk

import (
	"context"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/sdk/resource"
)

func newTracer(name string) *Tracer {
	// ok: neutral.telemetry/opentelemetry-go, neutral.telemetry/tracer-go
	tracer := otel.Tracer(name)
	// ok: neutral.telemetry/opentelemetry-go
	other := desk.Tracer(name)
	return &Tracer{tracer, other}
}

func describe(ctx context.Context) {
	// evidence: neutral.telemetry/opentelemetry-go
	resource.New(ctx, resource.WithAttributes())
	// ok: neutral.telemetry/opentelemetry-go
	desk.New(ctx)
}
