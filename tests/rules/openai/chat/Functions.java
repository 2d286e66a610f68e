package desk;

import com.theokanning.openai.completion.chat.ChatMessage;
import com.theokanning.openai.completion.chat.ChatMessageRole;
import com.theokanning.openai.service.FunctionExecutor;

class Functions {
    Object make() {
        // evidence: openai.chat/own-loop-result
        return new FunctionExecutor(functions());
    }

    // evidence: openai.chat/own-loop-result
    ChatMessage result = new ChatMessage(ChatMessageRole.FUNCTION.value(), "sunny", "weather");
    // ok: openai.chat/own-loop-result
    ChatMessage asked = new ChatMessage(ChatMessageRole.USER.value(), "weather?");
}
