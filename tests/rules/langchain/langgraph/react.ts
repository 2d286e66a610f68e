import { MemorySaver } from "@langchain/langgraph";
import { createReactAgent } from "@langchain/langgraph/prebuilt";

// evidence: langchain.langgraph/graph
export const agent = createReactAgent({
  llm,
  tools,
  // evidence: langchain.langgraph/checkpointed-graph
  checkpointSaver: keeper,
  // ok: langchain.langgraph/checkpointed-graph
  name: "desk",
});
