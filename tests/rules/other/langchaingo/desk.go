package desk

import (
	"context"

	"github.com/tmc/langchaingo/agents"
	"github.com/tmc/langchaingo/llms/openai"
	"github.com/tmc/langchaingo/memory"
	"github.com/tmc/langchaingo/tools"
)

func run(ctx context.Context) error {
	llm, err := openai.New(openai.WithModel("gpt-4o")) // evidence: other.langchaingo/model-id
	if err != nil {
		return err
	}
	kept := memory.NewConversationBuffer()                                 // evidence: other.langchaingo/memory
	agent := agents.NewConversationalAgent(llm, []tools.Tool{})            // evidence: other.langchaingo/agent
	executor := agents.NewExecutor(agent, agents.WithMemory(kept))         // evidence: other.langchaingo/agent
	_, err = executor.Call(ctx, map[string]any{"input": "sort the claims"})
	return err
}
