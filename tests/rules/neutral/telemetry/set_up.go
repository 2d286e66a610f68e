package desk

import "go.opentelemetry.io/otel"

func newTracer(name string) *Tracer {
	// evidence: neutral.telemetry/opentelemetry-go
	tracer := otel.Tracer(name)
	// ok: neutral.telemetry/opentelemetry-go
	other := desk.Tracer(name)
	return &Tracer{tracer, other}
}
