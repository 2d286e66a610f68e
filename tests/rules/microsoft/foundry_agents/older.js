const { MessageStreamEvent, ToolUtility } = require("@azure/ai-projects");
const { getClient, getAgent } = require("./start");

async function ask(text) {
  const client = getClient();
  // evidence: microsoft.foundry_agents/thread-store
  const thread = await client.agents.createThread();
  // evidence: microsoft.foundry_agents/agent-run
  const events = await client.agents.createRun(thread.id, getAgent().id).stream();
  // evidence: microsoft.foundry_agents/connection
  await client.connections.getConnection("search");
  // evidence: microsoft.foundry_agents/vector-store
  await client.agents.uploadFile(text, "assistants");
  // ok: microsoft.foundry_agents/vector-store, microsoft.foundry_agents/connection
  await client.jobs.uploadText(text);
  // ok: microsoft.foundry_agents/agent-run, microsoft.foundry_agents/agent-run-untraced
  await client.jobs.createRun(text);
  return { events, kind: MessageStreamEvent.ThreadMessageDelta };
}

// evidence: microsoft.foundry_agents/hosted-tool, microsoft.foundry_agents/code-interpreter
const tool = ToolUtility.createCodeInterpreterTool();
