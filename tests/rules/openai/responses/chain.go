package example

import (
	"github.com/openai/openai-go"
	"github.com/openai/openai-go/responses"
)

func run(id string) {
	client := openai.NewClient()
	client.Responses.New(ctx, responses.ResponseNewParams{
		// evidence: openai.responses/kept-history-sdk
		PreviousResponseID: openai.String(id),
	})
	// ok: openai.responses/kept-history-sdk
	client.Responses.New(ctx, responses.ResponseNewParams{Model: "gpt-5"})
}
