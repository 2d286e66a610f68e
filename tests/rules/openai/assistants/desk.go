package example

import "github.com/openai/openai-go"

func run() {
	client := openai.NewClient()
	// evidence: openai.assistants/thread-store-sdk
	thread, _ := client.Beta.Threads.New(ctx, openai.BetaThreadNewParams{})
	// evidence: openai.assistants/run-sdk
	client.Beta.Threads.Runs.NewAndPoll(ctx, thread.ID, openai.BetaThreadRunNewParams{}, 0)
	// ok: openai.assistants/thread-store-sdk
	shop.Beta.Threads.New(ctx)
}
