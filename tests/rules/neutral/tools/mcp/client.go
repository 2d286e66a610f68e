package mcp

// evidence: neutral.tools/mcp-package
type Client struct {
	address string
}

// ok: neutral.tools/mcp-package
type Settings struct {
	address string
}
