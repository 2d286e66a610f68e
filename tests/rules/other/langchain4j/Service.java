package desk;

import io.quarkiverse.langchain4j.RegisterAiService;

// evidence: other.langchain4j/agent
@RegisterAiService
interface Service {
    String ask(String text);
}
