package desk

import (
	"example.com/shop/agents"
	"example.com/shop/memory"
	"example.com/shop/openai"
)

// Not github.com/tmc/langchaingo/memory.
func other() {
	agents.NewExecutor(nil)          // ok: other.langchaingo/agent
	memory.NewConversationBuffer()   // ok: other.langchaingo/memory
	openai.WithModel("gpt-4o")       // ok: other.langchaingo/model-id
}
