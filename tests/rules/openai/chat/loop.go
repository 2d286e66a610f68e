package example

import (
	"context"

	"github.com/openai/openai-go/v3"
)

func run(ctx context.Context, tools []openai.ChatCompletionToolUnionParam) error {
	client := openai.NewClient()
	// evidence: openai.chat/own-loop
	_, err := client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		// evidence: openai.chat/model-constant
		Model: openai.ChatModelGPT4o,
		Tools: tools,
	})
	// ok: openai.chat/own-loop, openai.chat/model-constant
	_, err = client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: model})
	return err
}

func hand(ctx context.Context, call openai.ChatCompletionMessageToolCall) openai.ChatCompletionMessageParamUnion {
	// evidence: openai.chat/own-loop-answers
	return openai.ToolMessage("done", call.ID)
}

type note struct {
	// ok: openai.chat/own-loop-answers
	ToolCallID string `json:"tool_call_id"`
}

func note(call shop.Call) shop.Note {
	return shop.Note{
		// ok: openai.chat/own-loop-answers
		ToolCallID: call.ID,
	}
}
