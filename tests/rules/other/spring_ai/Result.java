package desk;

import org.springframework.ai.model.tool.ToolCallingManager;

class Result {
    private final ToolCallingManager manager;
    private final Press press;

    Object back(Prompt prompt, ChatResponse response) {
        // evidence: other.spring_ai/agent
        return manager.executeToolCalls(prompt, response);
    }

    Object other(Prompt prompt) {
        // ok: other.spring_ai/agent
        return press.run(prompt);
    }
}
