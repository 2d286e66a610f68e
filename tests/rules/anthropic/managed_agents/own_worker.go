package example

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/anthropics/anthropic-sdk-go/lib/environments"
	"github.com/anthropics/anthropic-sdk-go/tools/agenttoolset"
)

func serve(ctx context.Context, desk Desk) {
	client := anthropic.NewClient()
	// evidence: anthropic.managed_agents/environment-worker
	worker := environments.NewEnvironmentWorker(client, environments.EnvironmentWorkerOptions{
		ToolsFunc: func(env *agenttoolset.AgentToolContext) []anthropic.BetaTool {
			// evidence: anthropic.managed_agents/worker-tools
			return agenttoolset.BetaAgentToolset20260401(env)
		},
	})
	worker.Run(ctx)
	// evidence: anthropic.managed_agents/environment-worker
	client.Beta.Environments.Work.Stop(ctx, "claims")
	// ok: anthropic.managed_agents/environment-worker
	desk.Work.Stop(ctx, "claims")
}
