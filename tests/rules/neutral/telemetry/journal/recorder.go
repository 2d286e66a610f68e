package journal

// evidence: neutral.telemetry/journal-package
type Recorder interface {
	Write(step string) error
}

// evidence: neutral.telemetry/journal-package
type FileRecorder struct{}

// ok: neutral.telemetry/journal-package
type Event struct{}
