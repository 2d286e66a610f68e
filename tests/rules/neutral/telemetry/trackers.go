package example

// evidence: neutral.telemetry/own-recorder-typed
type TokenUsageTracker struct{}

// ok: neutral.telemetry/own-recorder-typed
type ParcelTracker struct{}
