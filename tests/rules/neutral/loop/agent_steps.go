package example

func (a *desk) run() {
	// evidence: neutral.loop/rounds
	for iteration < a.maxIterations {
		iteration++
	}
	// ok: neutral.loop/rounds
	for i := 0; i < len(a.items); i++ {
		a.use(i)
	}
	// evidence: neutral.loop/rounds
	if a.currIteration >= a.MaxIterations {
		return
	}
	// evidence: neutral.loop/steps
	if t.MaxTurns != nil && turn+1 >= *t.MaxTurns {
		return
	}
	// ok: neutral.loop/steps, neutral.loop/rounds
	if a.currIteration >= a.limit {
		return
	}
}
