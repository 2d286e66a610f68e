package example

// evidence: neutral.tools/own-tool-typed
type Tool interface {
	Name() string
}

// evidence: neutral.tools/own-tool-typed
func (t *LookUpTool) Execute(arguments string) (string, error) { return "", nil }

// ok: neutral.tools/own-tool-typed
func (t *LookUpTool) Name() string { return "" }

// ok: neutral.tools/own-tool-typed
type Toolbar struct{}

// evidence: neutral.tools/own-tool-typed
type MCPToolManager struct{}

// evidence: neutral.tools/own-tool-typed
type MCPClientPool struct{}

// ok: neutral.tools/own-tool-typed
type MCPConfig struct{}

// evidence: neutral.tools/own-tool-typed
type BaseTool interface{}

func offered() []llm.Tool {
	list := []llm.Tool{}
	// evidence: neutral.tools/own-tool-typed
	list = append(list, llm.Tool{
		Name: "claims",
	})
	return list
}
