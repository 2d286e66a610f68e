package desk

type Store struct {
	// evidence: neutral.state/memory-go
	sessions sync.Map
	// ok: neutral.state/memory-go
	prices sync.Map
}
