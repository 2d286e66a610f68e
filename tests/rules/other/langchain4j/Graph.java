package desk;

import java.util.*;
import org.bsc.langgraph4j.*;

class Graph {
    @Value("${desk.chat-model:gpt-4o-mini}")
    String model;

    @Value("${desk.model-file:model.txt}")
    String file;

    Object make() throws Exception {
        // evidence: other.langchain4j/agent
        var steps = new StateGraph<>(State::new);
        return steps.compile();
    }
}
