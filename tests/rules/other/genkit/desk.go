package desk

import (
	"context"

	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
	"github.com/firebase/genkit/go/plugins/firebase"
)

func run(ctx context.Context) {
	firebase.FirebaseTelemetry(nil) // evidence: other.genkit/vendor-monitoring
	// evidence: other.genkit/model-id
	g := genkit.Init(ctx, genkit.WithDefaultModel("googleai/gemini-2.5-flash"))
	// evidence: other.genkit/tool
	status := genkit.DefineTool(g, "status", "of a claim", statusOf)
	// evidence: other.genkit/flow
	genkit.DefineFlow(g, "claims", func(ctx context.Context, text string) (string, error) {
		// evidence: other.genkit/flow
		answer, err := genkit.Generate(ctx, g, ai.WithPrompt(text), ai.WithTools(status))
		return answer.Text(), err
	})
}

func prompted(g *genkit.Genkit) {
	// evidence: other.genkit/model-id
	name := cmp.Or(os.Getenv("MODEL"), "googleai/gemini-2.5-flash")
	// ok: other.genkit/model-id
	embedder := "googleai/gemini-embedding-001"
	// evidence: other.genkit/flow
	prompt := genkit.LookupPrompt(g, name+embedder)
	prompt.Execute(context.Background())
}
