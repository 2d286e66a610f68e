package example

import "github.com/openai/openai-go"

func run() {
	client := openai.NewClient()
	// evidence: openai.assistants/thread-store-sdk
	thread, _ := client.Beta.Threads.New(ctx, openai.BetaThreadNewParams{})
	// evidence: openai.assistants/run-sdk, openai.assistants/run-polling-sdk
	client.Beta.Threads.Runs.NewAndPoll(ctx, thread.ID, openai.BetaThreadRunNewParams{}, 0)
	// evidence: openai.assistants/run-polling-sdk
	client.Beta.Threads.Runs.Get(ctx, thread.ID, "run")
	// ok: openai.assistants/run-polling-sdk
	shop.Beta.Threads.Runs.Get(ctx, thread.ID, "run")
	// ok: openai.assistants/thread-store-sdk
	shop.Beta.Threads.New(ctx)
}
