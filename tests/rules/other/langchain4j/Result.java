package desk;

import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;

class Result {
    Object back(ToolExecutionRequest request, String text) {
        // evidence: other.langchain4j/agent
        return ToolExecutionResultMessage.from(request, text);
    }

    Object say(String text) {
        // ok: other.langchain4j/agent
        return UserMessage.from(text);
    }
}
