package example

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go"
)

func loop(ctx context.Context, history []anthropic.MessageParam) error {
	client := anthropic.NewClient()
	// evidence: anthropic.messages/own-loop
	_, err := client.Messages.New(ctx, anthropic.MessageNewParams{
		// evidence: anthropic.messages/model-constant
		Model:    anthropic.ModelClaudeSonnet5,
		Messages: history,
		// evidence: anthropic.messages/hosted-tool-sdk
		Tools: []anthropic.ToolUnionParam{
			// evidence: anthropic.messages/hosted-tool-sdk
			{OfTool: &anthropic.ToolParam{Name: "lookup"}},
			// evidence: anthropic.messages/hosted-tool-sdk, anthropic.messages/code-execution-sdk
			{OfCodeExecutionTool20250825: &anthropic.CodeExecutionTool20250825Param{}},
		},
	})
	// ok: anthropic.messages/own-loop, anthropic.messages/model-constant
	_, err = client.Messages.New(ctx, anthropic.MessageNewParams{Messages: history})
	return err
}

func count(message *anthropic.Message, own Ledger) int64 {
	// evidence: anthropic.messages/usage-fields-sdk
	read := message.Usage.CacheReadInputTokens
	// ok: anthropic.messages/usage-fields-sdk
	return read + own.CacheReadInputTokens
}
