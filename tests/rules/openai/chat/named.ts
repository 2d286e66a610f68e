import { ask } from "./desk";

// evidence: openai.chat/model-id
export async function review(text: string, modelName: string = "gpt-3.5-turbo") {
  // evidence: openai.chat/model-id
  return ask(text, { modelName: "gpt-4" });
}

// ok: openai.chat/model-id
export const modelLabel = "GPT of four";
