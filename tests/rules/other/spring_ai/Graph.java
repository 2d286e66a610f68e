package desk;

import com.alibaba.cloud.ai.graph.agent.ReactAgent;
import com.alibaba.cloud.ai.graph.checkpoint.savers.MemorySaver;

class Graph {
    // evidence: other.spring_ai/agent
    ReactAgent agent = ReactAgent.builder()
            // evidence: other.spring_ai/graph-checkpoint, other.spring_ai/graph-state
            .saver(new MemorySaver())
            .build();
    // ok: other.spring_ai/agent, other.spring_ai/graph-checkpoint, other.spring_ai/graph-state
    Press press = Press.builder().saver(new PressSaver()).build();
}
