package example

import (
	"context"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/responses"
)

func tools(ctx context.Context, text string) error {
	client := openai.NewClient()
	// evidence: openai.responses/own-loop-sdk
	_, err := client.Responses.New(ctx, responses.ResponseNewParams{
		Model: "m",
		Tools: []responses.ToolUnionParam{
			// evidence: openai.responses/hosted-tool-sdk
			{OfFunction: &responses.FunctionToolParam{Name: "lookup"}},
			// evidence: openai.responses/hosted-tool-sdk, openai.responses/hosted-container-sdk
			{OfCodeInterpreter: &responses.ToolCodeInterpreterParam{}},
		},
	})
	_, err = client.Responses.New(ctx, responses.ResponseNewParams{
		// evidence: openai.responses/background-run-sdk
		Background: openai.Bool(true),
	})
	// evidence: openai.responses/vector-store-sdk
	store, err := client.VectorStores.New(ctx, openai.VectorStoreNewParams{})
	keep(store)
	// ok: openai.responses/own-loop-sdk, openai.responses/background-run-sdk
	_, err = client.Responses.New(ctx, responses.ResponseNewParams{Model: "m"})
	// ok: openai.responses/vector-store-sdk
	shelf.VectorStores.New(ctx)
	return err
}
