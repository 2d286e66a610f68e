package claims

import (
	"google.golang.org/adk/agent/llmagent"
	"google.golang.org/adk/model/gemini"
	"google.golang.org/adk/tool/functiontool"
)

func Desk(ctx context.Context) (agent.Agent, error) {
	// evidence: google.adk/model-id
	model, err := gemini.NewModel(ctx, "gemini-2.5-flash", nil)
	// evidence: google.adk/own-tool
	lookup, err := functiontool.New(functiontool.Config{Name: "lookup"}, Lookup)
	// evidence: google.adk/agent
	return llmagent.New(llmagent.Config{Name: "claims", Model: model, Tools: tools(lookup)})
}

func Other() error {
	// ok: google.adk/agent, google.adk/own-tool
	return errors.New("none")
}
