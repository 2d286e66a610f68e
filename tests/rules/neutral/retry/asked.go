package example

func ask(ctx context.Context, model Model) (string, error) {
	// evidence: neutral.retry/retry-loop, neutral.retry/asked-again
	for attempt := 0; attempt < 3; attempt++ {
		answer, err := model.Generate(ctx, prompt)
		if err == nil {
			return answer, nil
		}
		time.Sleep(time.Second)
	}
	// evidence: neutral.retry/retry-loop
	// ok: neutral.retry/asked-again
	for attempt := 0; attempt < 3; attempt++ {
		if err := store.Keep(ctx); err == nil {
			return "", nil
		}
		time.Sleep(time.Second)
	}
	return "", failed
}

func open(model Model) Model {
	// evidence: neutral.retry/asked-again
	again := NewRetryChat(model, settings)
	// ok: neutral.retry/asked-again
	page := NewRetryPage(model, settings)
	return pick(again, page)
}

func count(desk Desk) error {
	// evidence: neutral.retry/asked-again
	if desk.tries > desk.settings.AI.MaxRetries {
		return failed
	}
	// evidence: neutral.retry/asked-again, neutral.retry/retry-loop
	for tries := 1; tries <= maxLLMRetries; tries++ {
		answer, err := desk.stream()
		if err == nil {
			return keep(answer)
		}
		time.Sleep(time.Second)
	}
	// ok: neutral.retry/asked-again
	if desk.tries > desk.settings.Mail.MaxRetries {
		return failed
	}
	return nil
}
