package desk;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.client.advisor.SimpleLoggerAdvisor;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.tool.annotation.Tool;

class Desk {
    private final ChatClient chat;

    Desk(ChatClient.Builder builder) {
        this.chat = builder
            // evidence: other.spring_ai/memory
            .defaultAdvisors(MessageChatMemoryAdvisor.builder(memory()).build(),
                // evidence: other.spring_ai/observation
                new SimpleLoggerAdvisor())
            // evidence: other.spring_ai/model-id
            .defaultOptions(OpenAiChatOptions.builder().model("gpt-4o").build())
            .build();
    }

    Object memory() {
        // evidence: other.spring_ai/memory
        return MessageWindowChatMemory.builder().maxMessages(20).build();
    }

    // evidence: other.spring_ai/tool
    @Tool(description = "status of a claim")
    String status(String id) {
        return "open";
    }

    String ask(String text, Object model) {
        // evidence: other.spring_ai/agent
        var other = ChatClient.builder(model).build();
        // evidence: other.spring_ai/agent
        return chat.prompt().user(text).call().content();
    }
}
