package claims

import (
	"context"

	vertexmemory "google.golang.org/adk/v2/memory/vertexai"
	"google.golang.org/adk/v2/session/database"
	"google.golang.org/adk/v2/session/vertexai"
)

func sessions(ctx context.Context) error {
	// evidence: google.agent_engine/session-store
	hosted, err := vertexai.NewSessionService(ctx, vertexai.VertexAIServiceConfig{ProjectID: "acme"})
	// evidence: google.agent_engine/memory-bank
	memories, err := vertexmemory.NewService(ctx, &vertexmemory.ServiceConfig{})
	// ok: google.agent_engine/session-store, google.agent_engine/memory-bank
	own, err := database.NewSessionService(nil)
	keep(hosted, memories, own)
	return err
}

func create(ctx context.Context, client Client, request any) error {
	// evidence: google.agent_engine/query-sdk
	_, err := client.CreateReasoningEngine(ctx, request)
	// ok: google.agent_engine/query-sdk
	client.CreateReasoningReport(ctx, request)
	return err
}
