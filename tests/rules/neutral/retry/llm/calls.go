package llm

func call(attempts int) error {
	var err error
	// evidence: neutral.retry/retry-part, neutral.retry/retry-loop
	for attempt := 0; attempt < attempts; attempt++ {
		if err = send(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	// ok: neutral.retry/retry-part
	for i := 0; i < attempts; i++ {
		use(i)
	}
	return err
}
