package example

import (
	"github.com/mark3labs/mcp-go/server"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

func offer() {
	// evidence: neutral.tools/mcp-server-typed
	s := server.NewMCPServer("tools", "1")
	// evidence: neutral.tools/mcp-client-typed
	c := mcp.NewClient(&mcp.Implementation{Name: "tools"}, nil)
	// ok: neutral.tools/mcp-server-typed, neutral.tools/mcp-client-typed
	use(s, c)
}
