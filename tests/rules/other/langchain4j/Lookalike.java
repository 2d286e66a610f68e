package desk;

import shop.AiServices;
import shop.ChatModelListener;
import shop.MemorySaver;
import shop.MessageWindowChatMemory;
import shop.OpenAiChatModel;
import shop.Tool;

// ok: other.langchain4j/listener
class Watch implements ChatModelListener {
    // ok: other.langchain4j/tool
    @Tool
    void make() {
        // ok: other.langchain4j/agent
        AiServices.builder(Watch.class);
        // ok: other.langchain4j/memory
        MessageWindowChatMemory.withMaxMessages(10);
        // ok: other.langchain4j/checkpoint
        new MemorySaver();
        // ok: other.langchain4j/model-id
        OpenAiChatModel.builder().modelName("gpt-4o-mini").build();
        log("langchain4j langgraph4j ChatMemory");
    }
}
