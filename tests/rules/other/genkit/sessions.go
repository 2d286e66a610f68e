package desk

import (
	"github.com/firebase/genkit/go/plugins/googleai"
	"context"

	"github.com/firebase/genkit/go/core/x/session"
	"github.com/firebase/genkit/go/genkit"
)

func remembered(ctx context.Context, shelf Shelf) {
	g := genkit.Init(ctx)
	// evidence: other.genkit/session
	store := session.NewInMemoryStore[ChatState]()
	// evidence: other.genkit/session
	found, err := session.Load(ctx, store, "claims")
	// ok: other.genkit/session
	shelf.Load(ctx, found, err, g)
}

func named() any {
	// evidence: other.genkit/model-id
	return googleai.Model("gemini-1.5-flash")
}
