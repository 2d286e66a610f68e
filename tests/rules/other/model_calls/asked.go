package desk

import (
	"context"

	"github.com/ollama/ollama/api"
)

func ask(client *api.Client, text string, shown func(api.ChatResponse) error) error {
	// evidence: other.model_calls/asked-typed
	return client.Chat(context.Background(), &api.ChatRequest{Model: "m"}, shown)
}

func list(client *api.Client) (*api.ListResponse, error) {
	// ok: other.model_calls/asked-typed
	return client.List(context.Background())
}
