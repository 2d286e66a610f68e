package desk;

import shop.ChatClient;
import shop.MessageWindowChatMemory;
import shop.OpenAiChatOptions;
import shop.SimpleLoggerAdvisor;
import shop.Tool;

class Lookalike {
    private final ChatClient chat = null;

    // ok: other.spring_ai/tool
    @Tool
    void make() {
        // ok: other.spring_ai/agent
        chat.prompt().call();
        // ok: other.spring_ai/memory
        MessageWindowChatMemory.builder().build();
        // ok: other.spring_ai/observation
        new SimpleLoggerAdvisor();
        // ok: other.spring_ai/model-id
        OpenAiChatOptions.builder().model("gpt-4o").build();
        log("org.springframework.ai");
    }
}
