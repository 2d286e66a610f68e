package example

func (a *desk) run() {
	// evidence: neutral.loop/steps
	for iteration < a.maxIterations {
		iteration++
	}
	// ok: neutral.loop/steps
	for i := 0; i < len(a.items); i++ {
		a.use(i)
	}
	// evidence: neutral.loop/steps
	if a.currIteration >= a.MaxIterations {
		return
	}
	// evidence: neutral.loop/steps
	if t.MaxTurns != nil && turn+1 >= *t.MaxTurns {
		return
	}
	// ok: neutral.loop/steps
	if a.currIteration >= a.limit {
		return
	}
}
