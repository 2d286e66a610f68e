package history

import "github.com/tmc/langchaingo/schema"

// evidence: other.langchaingo/own-history
type TableChatMessageHistory struct {
	name string
}

// evidence: other.langchaingo/own-history
var _ schema.ChatMessageHistory = &TableChatMessageHistory{}

// evidence: other.langchaingo/own-history
func (h TableChatMessageHistory) AddAIMessage(_ context.Context, text string) error {
	return h.add(text, "ai")
}

// ok: other.langchaingo/own-history
func (h TableChatMessageHistory) add(text, kind string) error {
	return nil
}
