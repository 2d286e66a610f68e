import { openai } from "./client";

export async function POST(request: Request, threadId: string, runId: string) {
  const { content, outputs } = await request.json();
  // evidence: openai.assistants/thread-store
  await openai.beta.threads.messages.create(threadId, { role: "user", content });
  // evidence: openai.assistants/run, openai.assistants/thread-store
  const stream = openai.beta.threads.runs.stream(threadId, {
    // evidence: openai.assistants/assistant-id
    assistant_id: process.env.OPENAI_ASSISTANT_ID,
    // evidence: openai.assistants/assistant-prompt
    instructions: "Answer briefly.",
  });
  // evidence: openai.assistants/run, openai.assistants/thread-store
  // evidence: openai.assistants/tool-outputs
  const more = openai.beta.threads.runs.submitToolOutputsStream(threadId, runId, { tool_outputs: outputs });
  // ok: openai.assistants/tool-outputs
  submitToolOutputs(threadId, outputs);
  // evidence: openai.assistants/assistant-definition
  await openai.beta.assistants.update("x", {
    // evidence: openai.assistants/assistant-tools
    tool_resources: { file_search: { vector_store_ids: ["vs_1"] } },
  });
  // evidence: openai.assistants/rest-address, openai.assistants/rest-thread
  const old = await fetch("https://api.openai.com/v1/threads", { headers: { "OpenAI-Beta": "assistants=v2" } });
  // ok: openai.assistants/rest-address
  const plain = await fetch("https://api.openai.com/v1/chat/completions");
  return [stream, more, old, plain];
}
