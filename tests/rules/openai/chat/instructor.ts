import Instructor from "@instructor-ai/instructor";
import OpenAI from "openai";

const together = new OpenAI({ baseURL: "https://api.together.xyz/v1" });
const client = Instructor({ client: together, mode: "TOOLS" });

export async function extract(messages: never[]) {
  // evidence: openai.chat/model-in-call
  await client.chat.completions.create({ messages, model: "Qwen/Qwen2.5-7B-Instruct-Turbo" });
  // ok: openai.chat/model-in-call
  await together.chat.completions.create({ messages, model: "meta-llama/llama-3.3-70b-instruct" });
  // evidence: openai.chat/model-in-call
  return together.chat.completions.create({ messages, model: "meta-llama/Llama-3.3-70B-Instruct-Turbo" });
}
