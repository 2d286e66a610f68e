package desk;

import dev.langchain4j.model.chat.ChatLanguageModel;
import dev.langchain4j.model.chat.request.ChatRequest;

class DeskAgent {
    private final ChatLanguageModel model;

    DeskAgent(ChatLanguageModel model) {
        this.model = model;
    }

    String route(ChatRequest request) {
        // evidence: other.langchain4j/own-agent-call
        var answer = model.chat(request).aiMessage();
        // ok: other.langchain4j/own-agent-call
        return desk.chat(answer.text());
    }
}
