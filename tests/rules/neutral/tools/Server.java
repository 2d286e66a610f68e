package example;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.server.McpServer;

class Tools {
  void offer() {
    // evidence: neutral.tools/mcp-server-typed
    var server = McpServer.sync(transport).serverInfo("tools", "1").build();
    // evidence: neutral.tools/mcp-client-typed
    var client = McpClient.sync(transport).build();
    // ok: neutral.tools/mcp-server-typed, neutral.tools/mcp-client-typed
    var other = Barrier.sync(transport).build();
  }
}
