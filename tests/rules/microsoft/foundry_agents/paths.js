import { DefaultAzureCredential } from "@azure/identity";
import { ask } from "./desk.js";

const SCOPE = "https://ai.azure.com/.default";

export async function token() {
  // evidence: microsoft.foundry_agents/project-token
  return (await new DefaultAzureCredential().getToken(SCOPE)).token;
}

export async function show(thread, run, agent) {
  // evidence: microsoft.foundry_agents/path-thread
  const talk = await ask(`threads/${thread}/messages`);
  // evidence: microsoft.foundry_agents/path-run-steps
  const steps = await ask(`threads/${thread}/runs/${run}/steps`);
  // evidence: microsoft.foundry_agents/path-agent
  const who = await ask(`assistants/${agent}`);
  // evidence: microsoft.foundry_agents/path-thread
  const index = await ask("vector_stores");
  // ok: microsoft.foundry_agents/path-thread, microsoft.foundry_agents/path-agent, microsoft.foundry_agents/path-run-steps
  return [talk, steps, who, index, await ask(`/api/threads/${thread}/posts`)];
}

export async function graph() {
  // ok: microsoft.foundry_agents/project-token
  return (await new DefaultAzureCredential().getToken("https://graph.microsoft.com/.default")).token;
}
