import { interrupt, MemorySaver, NodeInterrupt, StateGraph } from "@langchain/langgraph";
import { interrupt as halt } from "./signals";
import { useStreamContext } from "@langchain/langgraph-sdk/react-ui";

export async function approve(state: { draft: string }) {
  // evidence: langchain.langgraph_platform/paused-graph
  const answer = interrupt({ draft: state.draft });
  // ok: langchain.langgraph_platform/paused-graph
  halt("now");
  return answer;
}

export function Offer() {
  // evidence: langchain.langgraph_platform/remote-graph
  const thread = useStreamContext();
  // ok: langchain.langgraph_platform/remote-graph
  return <button onClick={() => thread.submit({})}>Yes</button>;
}

// evidence: langchain.langgraph_platform/paused-graph
export const served = new StateGraph(State).compile({ interruptBefore: ["pay"] });
// ok: langchain.langgraph_platform/paused-graph
export const own = new StateGraph(State).compile({ interruptBefore: ["pay"], checkpointer: new MemorySaver() });

export function stop() {
  // evidence: langchain.langgraph_platform/paused-graph
  throw new NodeInterrupt("Please confirm.");
}
// ok: langchain.langgraph_platform/paused-graph
export const open = new StateGraph(State).compile({ interruptBefore: [] });
