package desk

func build(meter Meter) {
	// evidence: neutral.telemetry/metrics-go
	tokens, _ := meter.Int64Counter("desk.ai.input_tokens")
	// ok: neutral.telemetry/metrics-go
	claims, _ := meter.Int64Counter("desk.claims.open")
	keep(tokens, claims)
}
