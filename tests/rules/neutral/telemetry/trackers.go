package example

// evidence: neutral.telemetry/own-recorder-typed
type TokenUsageTracker struct{}

// evidence: neutral.telemetry/own-recorder-typed
type TokenUsageCollector struct{}

// evidence: neutral.telemetry/own-recorder-typed
type ExecutionRecorder struct{}

// ok: neutral.telemetry/own-recorder-typed
type GarbageCollector struct{}

// ok: neutral.telemetry/own-recorder-typed
type ParcelTracker struct{}
