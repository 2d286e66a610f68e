const base = process.env.LLM_BASE;
// evidence: openai.assistants/rest-address
const headers = { "OpenAI-Beta": "assistants=v2" };

async function call(method: string, path: string, body?: unknown) {
  return fetch(`${base}${path}`, { method, headers, body: JSON.stringify(body) });
}

export async function ask(threadId: string, text: string, assistant: string) {
  // evidence: openai.assistants/rest-thread
  await call("POST", `/threads/${threadId}/messages`, { role: "user", content: text });
  // evidence: openai.assistants/rest-path
  const run = await call("POST", `/threads/${threadId}/runs`, { assistant_id: assistant });
  const { id } = await run.json();
  // evidence: openai.assistants/rest-run-status
  return call("GET", `/threads/${threadId}/runs/${id}`);
}

export async function open() {
  // evidence: openai.assistants/rest-thread
  return fetch(`${base}/v1/threads`, { method: "POST", headers });
}

export async function shown(threadId: string) {
  // ok: openai.assistants/rest-thread
  return `/threads/${threadId}`;
}
