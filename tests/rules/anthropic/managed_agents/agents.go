package example

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go"
)

func agents(ctx context.Context, shop Shop) {
	client := anthropic.NewClient()
	// evidence: anthropic.managed_agents/session-run-sdk
	client.Beta.Agents.New(ctx, anthropic.BetaAgentNewParams{
		// evidence: anthropic.managed_agents/agent-prompt-sdk
		System: anthropic.String("Answer claims."),
	})
	// evidence: anthropic.managed_agents/environment-sdk
	client.Beta.Environments.New(ctx, anthropic.BetaEnvironmentNewParams{})
	// evidence: anthropic.managed_agents/memory-store-sdk
	client.Beta.MemoryStores.New(ctx, anthropic.BetaMemoryStoreNewParams{})
	// evidence: anthropic.managed_agents/vault-sdk
	client.Beta.Vaults.New(ctx, anthropic.BetaVaultNewParams{})
	// evidence: anthropic.managed_agents/event-stream-sdk
	client.Beta.Sessions.Events.StreamEvents(ctx, "s", anthropic.BetaSessionEventStreamParams{})
	// ok: anthropic.managed_agents/environment-sdk, anthropic.managed_agents/event-stream-sdk
	shop.Beta.Environments.New(ctx)
}
