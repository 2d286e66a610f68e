package desk;

import dev.langchain4j.model.openai.OpenAiChatModel;

class Retries {
    // evidence: other.langchain4j/retry-setting
    Object model = OpenAiChatModel.builder().apiKey("key").maxRetries(4).build();
    // ok: other.langchain4j/retry-setting
    Object plain = OpenAiChatModel.builder().apiKey("key").build();
}
