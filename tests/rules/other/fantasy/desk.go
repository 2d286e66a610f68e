package desk

import (
	"context"

	"charm.land/fantasy"
)

func run(ctx context.Context, model fantasy.LanguageModel, history []fantasy.Message) error {
	find := fantasy.NewAgentTool("find_claim", "Finds a claim", findClaim)            // evidence: other.fantasy/tool
	list := fantasy.NewParallelAgentTool("list_claims", "Lists claims", listClaims)   // evidence: other.fantasy/tool
	agent := fantasy.NewAgent(model, fantasy.WithTools(find, list))                   // evidence: other.fantasy/agent
	_, err := agent.Stream(ctx, fantasy.AgentStreamCall{
		Prompt:   "sort the claims",
		Messages: history,
		// evidence: other.fantasy/retry
		OnRetry: func(err *fantasy.ProviderError, delay time.Duration) { note(err, delay) },
	})
	// ok: other.fantasy/retry
	_, err = agent.Generate(ctx, fantasy.AgentCall{Prompt: "sort the claims"})
	return err
}

// evidence: other.fantasy/tool
func (t *claimTool) Run(ctx context.Context, call fantasy.ToolCall) (fantasy.ToolResponse, error) {
	return fantasy.NewTextResponse("done"), nil
}

// ok: other.fantasy/tool
func (t *claimTool) Info() fantasy.ToolInfo {
	return t.info
}
