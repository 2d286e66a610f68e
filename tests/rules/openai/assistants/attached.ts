import OpenAI from "openai";

const openai = new OpenAI();

export async function attach(assistantId: string, fileId: string) {
  // evidence: openai.assistants/attached-file
  await openai.beta.assistants.files.create(assistantId, { file_id: fileId });
  // evidence: openai.assistants/assistant-file
  // ok: openai.assistants/attached-file
  return openai.files.list();
}
