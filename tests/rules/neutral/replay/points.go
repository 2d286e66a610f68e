package desk

// evidence: neutral.replay/own-checkpoint-typed
type CheckpointStore interface {
	Save(state State) error
}

// evidence: neutral.replay/own-checkpoint-typed
type Suspender interface {
	Load(id string) (State, error)
}

// ok: neutral.replay/own-checkpoint-typed
type Checkpoint struct{ ID string }

// evidence: neutral.replay/own-checkpoint-typed
func (e *Engine) ResumeRun(id string) error {
	return e.goOn(id)
}

// ok: neutral.replay/own-checkpoint-typed
func (e *Engine) ResumeWatch(id string) error {
	return e.watch(id)
}
