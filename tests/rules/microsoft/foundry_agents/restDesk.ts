const endpoint = process.env.AZURE_AI_PROJECT_ENDPOINT ?? "";
const headers = { "Content-Type": "application/json" };

export async function ask(threadId: string, agent: string) {
  // evidence: microsoft.foundry_agents/rest-thread
  await fetch(`${endpoint}/agents/${agent}/threads/${threadId}/messages`, { method: "POST", headers });
  // evidence: microsoft.foundry_agents/rest-run
  const started = await fetch(`${endpoint}/agents/${agent}/threads/${threadId}/runs`, { method: "POST", headers });
  const { id } = await started.json();
  // evidence: microsoft.foundry_agents/rest-run-status, microsoft.foundry_agents/rest-address
  return fetch(`${endpoint}/threads/${threadId}/runs/${id}?api-version=v1`, { headers });
}

export function page(threadId: string) {
  // ok: microsoft.foundry_agents/rest-thread
  return `/threads/${threadId}`;
}
