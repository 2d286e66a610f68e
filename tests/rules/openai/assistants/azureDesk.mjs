import { AssistantsClient, AzureKeyCredential } from "@azure/openai-assistants";

const client = new AssistantsClient(process.env.ENDPOINT, new AzureKeyCredential(process.env.KEY));

export async function ask(assistantId) {
  // evidence: openai.assistants/azure-client-thread
  const thread = await client.createThread({});
  // evidence: openai.assistants/azure-client
  return client.createRun(thread.id, { assistantId });
}

export async function hire(tool) {
  // evidence: openai.assistants/azure-client
  const assistant = await client.createAssistant({
    model: process.env.DEPLOYMENT,
    // evidence: openai.assistants/azure-client-prompt
    instructions: "You book rooms.",
    // evidence: openai.assistants/azure-client-sandbox
    // evidence: openai.assistants/azure-client-tools
    tools: [{ type: "code_interpreter" }, { type: "function", function: tool }],
  });
  // evidence: openai.assistants/azure-client-file
  const plan = await client.uploadFile(await read("plan.pdf"), "assistants");
  // ok: openai.assistants/azure-client-prompt
  // ok: openai.assistants/azure-client-sandbox
  await store.save({ id: assistant.id, plan: plan.id });
  return assistant;
}

export async function follow(threadId, runId, outputs) {
  // evidence: openai.assistants/azure-client-status
  const run = await client.getRun(threadId, runId);
  if (run.requiredAction) {
    // evidence: openai.assistants/azure-client
    // evidence: openai.assistants/azure-client-tools
    await client.submitToolOutputsToRun(threadId, runId, outputs);
  }
  // evidence: openai.assistants/azure-client-steps
  const steps = await client.listRunSteps(threadId, runId);
  // ok: openai.assistants/azure-client-status
  // ok: openai.assistants/azure-client-file
  // ok: openai.assistants/azure-client-steps, openai.assistants/azure-client-tools
  return show(run, steps);
}
