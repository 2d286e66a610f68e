import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic();

export async function run(task: string, agentId: string, environmentId: string) {
  // evidence: anthropic.managed_agents/agent-definition
  const agent = await client.beta.agents.create({
    name: "Claims triage",
    // evidence: anthropic.managed_agents/agent-model
    model: "claude-opus-4-8",
    // evidence: anthropic.managed_agents/agent-prompt
    system: "Sort incoming claims by urgency.",
    // evidence: anthropic.managed_agents/toolset
    tools: [{ type: "agent_toolset_20260401" }],
  });
  // evidence: anthropic.managed_agents/session-run, anthropic.managed_agents/session-store
  const session = await client.beta.sessions.create({ agent: agent.id, environment_id: environmentId });
  // evidence: anthropic.managed_agents/session-run
  await client.beta.sessions.events.send(session.id, { events: [{ type: "user.message", content: [] }] });
  // evidence: anthropic.managed_agents/memory-store
  const notes = await client.beta.memoryStores.memories.list("customers");
  // ok: anthropic.managed_agents/session-run
  await queue.events.send(session.id, task);
  for await (const event of stream) {
    // evidence: anthropic.managed_agents/event-names
    if (event.type === "span.model_request_end") console.log(event);
    // evidence: anthropic.managed_agents/event-names, anthropic.managed_agents/terminal-status
    if (event.type === "session.status_terminated") break;
  }
  return notes;
}
