package llm

func Execute(ctx context.Context, limit int, operation Operation) (string, error) {
	var last error
	// evidence: neutral.retry/retry-loop, neutral.retry/retry-part
	for attempt := 0; attempt <= limit; attempt++ {
		answer, err := operation(ctx, attempt)
		if err == nil {
			return answer, nil
		}
		last = err
		time.Sleep(delay(attempt))
	}
	return "", last
}

func Each(limit int) {
	// ok: neutral.retry/retry-part
	for attempt := 0; attempt <= limit; attempt++ {
		show(attempt)
	}
}
