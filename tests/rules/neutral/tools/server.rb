require "mcp"

# evidence: neutral.tools/mcp-server-dynamic
server = MCP::Server.new(name: "claims", tools: [Lookup])
# evidence: neutral.tools/mcp-client-dynamic
client = MCP::Client.new(transport: transport)
# ok: neutral.tools/mcp-server-dynamic, neutral.tools/mcp-client-dynamic
other = Shop::Server.new(name: "claims")

# evidence: neutral.tools/mcp-server-dynamic
class FindClaim < FastMcp::Tool
end

# evidence: neutral.tools/mcp-server-dynamic
fast = FastMcp::Server.new(name: "claims", version: "1.0")
