package example

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go"
)

func run(ctx context.Context, shop Shop) {
	client := anthropic.NewClient()
	// evidence: anthropic.managed_agents/session-run-sdk, anthropic.managed_agents/session-store-sdk
	client.Beta.Sessions.New(ctx, anthropic.BetaSessionNewParams{})
	// evidence: anthropic.managed_agents/session-run-sdk
	client.Beta.Agents.New(ctx, anthropic.BetaAgentNewParams{})
	// ok: anthropic.managed_agents/session-run-sdk, anthropic.managed_agents/session-store-sdk
	shop.Beta.Sessions.New(ctx)
}
