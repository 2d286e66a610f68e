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
	answer, _ := client.Responses.Get(ctx, id, responses.ResponseGetParams{})
	// evidence: openai.responses/usage-fields-sdk
	total := answer.Usage.InputTokensDetails.CachedTokens
	// ok: openai.responses/usage-fields-sdk
	total += ledger.InputTokensDetails.CachedTokens
	// ok: openai.responses/kept-history-sdk
	client.Responses.New(ctx, responses.ResponseNewParams{Model: "gpt-5"})
}
