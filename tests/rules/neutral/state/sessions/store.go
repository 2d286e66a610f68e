package sessions

// evidence: neutral.state/session-package
type Store interface {
	Read(id string) ([]string, error)
}

// evidence: neutral.state/session-package
type FileStorage struct{}

// ok: neutral.state/session-package
type options struct{}
