import OpenAI from "openai";

const openai = new OpenAI();
// evidence: openai.chat/realtime-model
export const MODEL = "gpt-realtime-1.5";
// evidence: openai.chat/realtime-model
export const ADDRESS = "wss://api.openai.com/v1/realtime?model=gpt-4o-realtime-preview-2024-12-17";
// ok: openai.chat/realtime-model
export const SPEECH = "gpt-4o-mini-tts";

export async function ask(messages: never[], functions: never[]) {
  // evidence: openai.chat/own-loop
  const first = await openai.chat.completions.create({ model, messages, functions });
  // evidence: openai.chat/own-loop
  const runner = openai.beta.chat.completions.runTools({ model, messages, tools });
  // ok: openai.chat/own-loop
  return openai.chat.completions.create({ model, messages });
}
