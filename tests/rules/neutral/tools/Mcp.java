package desk;

import io.quarkiverse.mcp.server.Tool;

class Mcp {
    // evidence: neutral.tools/mcp-server-typed
    @Tool(description = "Looks up a word")
    // ok: neutral.tools/mcp-server-typed
    String lookUp(String word) {
        return word;
    }
}
