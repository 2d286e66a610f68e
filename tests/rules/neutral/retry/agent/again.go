package agent

func (a *Desk) think() error {
	// evidence: neutral.retry/retry-part, neutral.retry/retry-loop
	for attempt := 0; attempt < 3; attempt++ {
		if err := a.stream(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	// ok: neutral.retry/retry-part
	for _, claim := range a.claims {
		a.use(claim)
	}
	return failed
}
