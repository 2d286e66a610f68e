package example

import (
	"context"

	"github.com/avast/retry-go/v4"
	"github.com/cenkalti/backoff/v4"
	"github.com/openai/openai-go"
	"github.com/openai/openai-go/option"
)

func ask(ctx context.Context, work func() error) error {
	// evidence: neutral.retry/client-attempts, neutral.retry/attempts-value
	client := openai.NewClient(option.WithMaxRetries(5))
	// ok: neutral.retry/client-attempts
	other := openai.NewClient(option.WithAPIKey("x"))
	// evidence: neutral.retry/resilience-library, neutral.retry/agent-job-attempts
	if err := retry.Do(func() error { return use(client, other) }, retry.Attempts(3)); err != nil {
		return err
	}
	// ok: neutral.retry/resilience-library
	if err := once.Do(work); err != nil {
		return err
	}
	// evidence: neutral.retry/resilience-library, neutral.retry/agent-job-attempts
	return backoff.Retry(work, backoff.NewExponentialBackOff())
}
