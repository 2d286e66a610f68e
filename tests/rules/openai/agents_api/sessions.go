package example

import (
	"context"

	"github.com/openai/openai-go/v3"
)

func run(ctx context.Context, shop Shop) {
	client := openai.NewClient()
	// evidence: openai.agents_api/session-run-sdk
	client.Beta.Agents.Sessions.Stream(ctx, "s", openai.AgentSessionStreamParams{Input: "x"})
	// evidence: openai.agents_api/session-store-sdk
	client.Beta.Agents.Sessions.Get(ctx, "s")
	// ok: openai.agents_api/session-run-sdk, openai.agents_api/session-store-sdk
	shop.Beta.Agents.Sessions.Stream(ctx, "s")
}
