import { AgentsClient, ToolUtility } from "@azure/ai-agents";
import { AIProjectClient } from "@azure/ai-projects";
import { Board } from "./board.js";

const project = new AIProjectClient(endpoint, credential);
const agents = new AgentsClient(endpoint, credential);
const board = new Board();

// evidence: microsoft.foundry_agents/agent-definition, microsoft.foundry_agents/agent-definition-untraced
const version = await project.agents.createVersion("claims", {
  kind: "prompt",
  model: deployment,
  // evidence: microsoft.foundry_agents/agent-prompt, microsoft.foundry_agents/agent-prompt-untraced
  instructions: "Answer questions about claims.",
});
const openai = project.getOpenAIClient();
// evidence: microsoft.foundry_agents/conversation-store, microsoft.foundry_agents/conversation-store-untraced
const conversation = await openai.conversations.create();
// evidence: microsoft.foundry_agents/thread-store, microsoft.foundry_agents/thread-store-untraced
const thread = await agents.threads.create();
// ok: microsoft.foundry_agents/thread-store, microsoft.foundry_agents/thread-store-untraced
const other = await board.cards.create();
// evidence: microsoft.foundry_agents/agent-run, microsoft.foundry_agents/agent-run-untraced
const run = await agents.runs.create(thread.id, version.id);
// evidence: microsoft.foundry_agents/run-status, microsoft.foundry_agents/run-outcome
if (run.status === "failed") console.log(run.id);
// evidence: microsoft.foundry_agents/hosted-tool, microsoft.foundry_agents/code-interpreter
const tool = ToolUtility.createCodeInterpreterTool([]);
// ok: microsoft.foundry_agents/hosted-tool, microsoft.foundry_agents/code-interpreter
const plain = board.createTool([]);
