package desk;

import org.springaicommunity.agent.tools.TodoWriteTool;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.tool.ToolCallbackProvider;

class Provided {
    // evidence: other.spring_ai/tool
    Provided(ChatClient.Builder builder, ToolCallbackProvider tools) {
        this.client = builder
            .defaultToolCallbacks(tools)
            // evidence: other.spring_ai/tool
            .defaultTools(TodoWriteTool.builder().build())
            .build();
        // ok: other.spring_ai/tool
        this.name = tools.toString();
    }
}
