package history

// evidence: neutral.state/session-package
type Store interface {
	Read() ([]Entry, error)
}

// ok: neutral.state/session-package
type Entry struct{}
