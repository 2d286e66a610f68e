package desk;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModelName;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import org.bsc.langgraph4j.checkpoint.MemorySaver;

// evidence: other.langchain4j/memory
class ClaimStore implements ChatMemoryStore {
}

// evidence: other.langchain4j/listener
class Watch implements ChatModelListener {
}

class Desk {
    // evidence: other.langchain4j/tool
    @Tool("status of a claim")
    String status(String id) {
        return "open";
    }

    Object make() {
        // evidence: other.langchain4j/model-id
        var model = OpenAiChatModel.builder()
            .modelName("gpt-4o-mini")
            .build();
        // evidence: other.langchain4j/model-id
        var other = OpenAiChatModel.builder().modelName(OpenAiChatModelName.GPT_4_O).build();
        // evidence: other.langchain4j/agent
        var clerk = AgenticServices.agentBuilder(Clerk.class).chatModel(model).build();
        // evidence: other.langchain4j/checkpoint
        var saver = new MemorySaver();
        // evidence: other.langchain4j/agent
        return AiServices.builder(Assistant.class)
            .chatModel(model)
            // evidence: other.langchain4j/memory
            .chatMemory(MessageWindowChatMemory.withMaxMessages(10))
            .build();
    }
}
