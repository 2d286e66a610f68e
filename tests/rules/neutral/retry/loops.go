package example

import (
	"context"
	"time"

	"github.com/hibiken/asynq"
	"github.com/sethvargo/go-retry"
	"github.com/sony/gobreaker"
)

func again(ctx context.Context, client *Client) (*Answer, error) {
	// evidence: neutral.retry/retry-loop, neutral.retry/model-retry-loop
	for attempt := 0; attempt < 3; attempt++ {
		answer, err := client.CreateChatCompletion(ctx, request)
		if err == nil {
			return answer, nil
		}
		time.Sleep(time.Second)
	}
	return nil, failed
}

func wait(ctx context.Context, client *Client) {
	// evidence: neutral.retry/poll-deadline
	for run.Status == queued {
		time.Sleep(time.Second)
		run, _ = client.RetrieveRun(ctx, run.ID)
	}
	// ok: neutral.retry/poll-deadline, neutral.retry/retry-loop, neutral.retry/model-retry-loop
	for _, item := range items {
		client.Store(ctx, item)
	}
}

func library(ctx context.Context, work func(context.Context) error) error {
	// evidence: neutral.retry/resilience-library
	wait := retry.NewExponential(time.Second)
	// evidence: neutral.retry/resilience-library
	breaker := gobreaker.NewCircuitBreaker(settings)
	// evidence: neutral.retry/resilience-library
	queue.Enqueue(task, asynq.MaxRetry(5))
	// ok: neutral.retry/resilience-library
	queue.Enqueue(task, asynq.Queue("claims"))
	// evidence: neutral.retry/resilience-library
	return retry.Do(ctx, wait, breaker.Wrap(work))
}
