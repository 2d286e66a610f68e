package claims

import (
	"context"

	"google.golang.org/genai"
)

func ask(ctx context.Context, history []*genai.Content) (string, error) {
	client, err := genai.NewClient(ctx, &genai.ClientConfig{
		// evidence: google.gemini/retry-setting
		HTTPOptions: genai.HTTPOptions{RetryOptions: &genai.HTTPRetryOptions{Attempts: 4}},
	})
	if err != nil {
		return "", err
	}
	// evidence: google.gemini/own-loop
	config := &genai.GenerateContentConfig{
		// evidence: google.gemini/hosted-tool
		Tools: []*genai.Tool{{FunctionDeclarations: []*genai.FunctionDeclaration{{Name: "lookup"}}}},
	}
	// evidence: google.gemini/model-id, google.gemini/model-setting
	answer, err := client.Models.GenerateContent(ctx, "gemini-2.5-flash", history, config)
	if err != nil {
		return "", err
	}
	// evidence: google.gemini/usage-fields
	meter(answer.UsageMetadata.TotalTokenCount)
	// evidence: google.gemini/own-history, google.gemini/model-id, google.gemini/model-setting
	chat, err := client.Chats.Create(ctx, "gemini-2.5-pro", nil, nil)
	// evidence: google.gemini/stored-content
	file, err := client.Files.UploadFromPath(ctx, "claims.pdf", nil)
	keep(chat, file)
	// ok: google.gemini/stored-content
	bucket.Files.UploadFromPath(ctx, "claims.pdf")
	// ok: google.gemini/usage-fields
	meter(answer.ModelVersion)
	// ok: google.gemini/own-loop
	plain := &genai.GenerateContentConfig{Temperature: nil}
	// ok: google.gemini/retry-setting
	own := RetryOptions{Attempts: 4}
	keep(plain, own)
	return answer.Text(), nil
}
