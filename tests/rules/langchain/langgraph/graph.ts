import { MemorySaver, StateGraph, MessagesAnnotation } from "@langchain/langgraph";
import { createReactAgent, ToolNode } from "@langchain/langgraph/prebuilt";

// evidence: langchain.langgraph/graph, langchain.langgraph/state-schema
const graph = new StateGraph(MessagesAnnotation)
  // evidence: langchain.langgraph/retry-policy, langchain.langgraph/tool-node
  .addNode("tools", new ToolNode([]), { retryPolicy: { maxAttempts: 3 } });
// evidence: langchain.langgraph/checkpointed-graph, langchain.langgraph/checkpointer
const app = graph.compile({ checkpointer: new MemorySaver() });
// evidence: langchain.langgraph/graph
const agent = createReactAgent({ llm, tools: [] });
// ok: langchain.langgraph/graph
const other = createAgentList();
export { app, agent, other };
