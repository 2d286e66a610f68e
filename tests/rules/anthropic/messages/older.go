package example

import (
	"context"

	"github.com/liushuangls/go-anthropic/v2"
)

func older(ctx context.Context, client *anthropic.Client) error {
	// evidence: anthropic.messages/hosted-tool-sdk
	tools := []anthropic.ToolDefinition{{Name: "lookup"}}
	// evidence: anthropic.messages/own-loop
	answer, err := client.CreateMessages(ctx, anthropic.MessagesRequest{
		Messages: history,
		Tools:    tools,
	})
	// evidence: anthropic.messages/own-loop-answers
	results := anthropic.NewToolResultMessageContent(answer.ID, "done", false)
	// ok: anthropic.messages/own-loop-answers
	text := anthropic.NewTextMessageContent("done")
	// ok: anthropic.messages/own-loop
	_, err = client.CreateMessages(ctx, anthropic.MessagesRequest{Messages: keep(results, text)})
	return err
}
