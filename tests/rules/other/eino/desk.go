package example

import (
	"context"

	"github.com/cloudwego/eino-ext/components/model/openai"
	"github.com/cloudwego/eino-ext/components/tool/mcp"
	"github.com/cloudwego/eino/adk"
	"github.com/cloudwego/eino/callbacks"
	"github.com/cloudwego/eino/components/tool/utils"
	"github.com/cloudwego/eino/compose"
	"github.com/cloudwego/eino/flow/agent/react"
	"github.com/cloudwego/eino/schema"
)

type lookUp struct{}

// evidence: other.eino/tool
func (l *lookUp) InvokableRun(ctx context.Context, arguments string) (string, error) {
	return "", nil
}

// ok: other.eino/tool
func (l *lookUp) Info(ctx context.Context) (*schema.ToolInfo, error) {
	return nil, nil
}

func desk(ctx context.Context) error {
	// evidence: other.eino/model-id
	model, _ := openai.NewChatModel(ctx, &openai.ChatModelConfig{Model: "gpt-4o-mini"})
	// ok: other.eino/model-id
	other, _ := openai.NewChatModel(ctx, &openai.ChatModelConfig{Model: name})
	// evidence: other.eino/tool
	claims, _ := utils.InferTool("claims", "Looks up a claim", find)
	// evidence: other.eino/mcp-client
	shared, _ := mcp.GetTools(ctx, &mcp.Config{Cli: cli})
	// ok: other.eino/mcp-client
	kept, _ := claims.GetTools(ctx)
	// evidence: other.eino/agent
	agent, _ := react.NewAgent(ctx, &react.AgentConfig{ToolCallingModel: model})
	// ok: other.eino/agent
	desk := front.NewAgent(ctx)
	// evidence: other.eino/agent
	graph := compose.NewGraph[map[string]any, *schema.Message]()
	// evidence: other.eino/agent, other.eino/local-state
	chain := compose.NewChain[string, string](compose.WithGenLocalState(make))
	// evidence: other.eino/checkpoint-store, other.eino/local-state
	run, _ := graph.Compile(ctx, compose.WithCheckPointStore(store))
	// ok: other.eino/checkpoint-store, other.eino/local-state
	again, _ := graph.Compile(ctx, compose.WithGraphName("claims"))
	// evidence: other.eino/agent
	runner := adk.NewRunner(ctx, adk.RunnerConfig{
		Agent: agent,
		// evidence: other.eino/checkpoint-store, other.eino/local-state
		CheckPointStore: store,
	})
	// evidence: other.eino/retry-setting
	tries := &adk.ModelRetryConfig{MaxRetries: 3}
	// ok: other.eino/retry-setting
	limit := &adk.CancelConfig{MaxRetries: 3}
	// evidence: other.eino/agent
	deepest, _ := deep.NewTyped[M](ctx, settings)
	// evidence: other.eino/agent
	turns := adk.NewTurnLoop(settings)
	// evidence: other.eino/agent
	typed := adk.NewTypedRunner[M](adk.TypedRunnerConfig[M]{
		// evidence: other.eino/checkpoint-store, other.eino/local-state
		CheckPointStore: store,
	})
	// ok: other.eino/agent
	shape := adk.NewTypedEvent[M](turns)
	// evidence: other.eino/retry-setting
	settings.Retry = &adk.TypedModelRetryConfig[M]{MaxRetries: 5}
	// evidence: other.eino/tool
	policy, _ := graphtool.NewInvokableGraphTool[Input, Output](flow, "policy", "Reads the policy")
	// ok: other.eino/checkpoint-store, other.eino/local-state
	none := server.Config{CheckPointStore: nil}
	// evidence: other.eino/watcher
	handler := callbacks.NewHandlerBuilder().OnStartFn(record).Build()
	// ok: other.eino/watcher
	return use(handler, run, again, runner, chain, shared, kept, desk, tries, limit, other, deepest, typed, shape, policy, none)
}
