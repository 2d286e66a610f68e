package desk;

import io.agentscope.core.ReActAgent;
import io.agentscope.core.memory.InMemoryMemory;
import io.agentscope.core.tool.Tool;

class Desk {
    // evidence: other.agentscope/agent
    ReActAgent agent = ReActAgent.builder()
            .name("desk")
            // evidence: other.agentscope/memory
            .memory(new InMemoryMemory())
            .build();
    // ok: other.agentscope/agent, other.agentscope/memory
    Press press = Press.builder().build();

    // evidence: other.agentscope/tool
    @Tool(name = "look_up")
    // ok: other.agentscope/tool
    public String lookUp(String word) {
        return word;
    }
}
