package example

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

func older(ctx context.Context, client *openai.Client, tools []openai.Tool) error {
	// evidence: openai.chat/own-loop
	answer, err := client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Model:    model,
		Messages: messages,
		Tools:    tools,
	})
	for _, call := range answer.Choices[0].Message.ToolCalls {
		messages = append(messages, openai.ChatCompletionMessage{
			Role: openai.ChatMessageRoleTool,
			// evidence: openai.chat/own-loop-answers
			ToolCallID: call.ID,
		})
	}
	// ok: openai.chat/own-loop
	_, err = client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model, Messages: messages})
	return err
}
