import { Configuration, OpenAIApi } from "openai";

const openai = new OpenAIApi(new Configuration({ apiKey: process.env.OPENAI_API_KEY }));

export async function ask(prompt) {
  // evidence: openai.chat/model-in-call
  const told = await openai.createCompletion({ model: "text-davinci-003", prompt });
  // ok: openai.chat/model-in-call
  return openai.createCompletion({ model: process.env.MODEL, prompt: told });
}
