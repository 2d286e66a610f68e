import { CopilotRuntime } from "@copilotkit/runtime";
import { LangGraphAgent } from "@copilotkit/runtime/langgraph";
import { LangGraphAgent as Own } from "./own";

const runtime = new CopilotRuntime({
  agents: {
    // evidence: langchain.langgraph_platform/remote-graph
    desk: new LangGraphAgent({ deploymentUrl: process.env.SERVER ?? "", graphId: "desk" }),
    // ok: langchain.langgraph_platform/remote-graph
    other: new Own({ graphId: "desk" }),
  },
});
