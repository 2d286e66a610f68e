package desk

import "github.com/mark3labs/mcp-go/mcp"

// evidence: neutral.tools/mcp-server-typed
var lookUp = mcp.NewTool("look_up", mcp.WithDescription("Looks up a claim"))

// ok: neutral.tools/mcp-server-typed
var answer = mcp.NewToolResultText("none")
