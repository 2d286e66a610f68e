package desk;

import java.util.*;
import org.bsc.langgraph4j.*;

class Graph {
    // evidence: other.langchain4j/own-model-setting
    @Value("${desk.chat-model:gpt-4o-mini}")
    String model;

    // ok: other.langchain4j/own-model-setting
    @Value("${desk.model-file:model.txt}")
    String file;

    Object make() throws Exception {
        // evidence: other.langchain4j/agent
        var steps = new StateGraph<>(State::new);
        return steps.compile();
    }
}
