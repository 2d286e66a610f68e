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
