package desk

import (
	"github.com/sethvargo/go-retry"
)

func complete(ctx context.Context, client *Client) error {
	plan := wait
	// evidence: neutral.retry/agent-job-attempts, neutral.retry/resilience-library
	return retry.Do(ctx, plan, func(ctx context.Context) error {
		_, err := client.complete(ctx)
		problem := &openai.APIError{}
		if errors.As(err, &problem) {
			// ok: neutral.retry/agent-job-attempts
			return retry.RetryableError(err)
		}
		return nil
	})
}
