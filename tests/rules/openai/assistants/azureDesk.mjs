import { AssistantsClient, AzureKeyCredential } from "@azure/openai-assistants";

const client = new AssistantsClient(process.env.ENDPOINT, new AzureKeyCredential(process.env.KEY));

export async function ask(assistantId) {
  // evidence: openai.assistants/azure-client-thread
  const thread = await client.createThread({});
  // evidence: openai.assistants/azure-client
  return client.createRun(thread.id, { assistantId });
}
