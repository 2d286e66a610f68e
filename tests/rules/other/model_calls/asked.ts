// Models that are asked, by the libraries of several vendors.
import { generateText } from "ai";
import { GoogleGenAI } from "@google/genai";
import OpenAI from "openai";

const google = new GoogleGenAI({});
const openai = new OpenAI();

export async function ask(model: string, text: string, address: string) {
  // evidence: other.model_calls/asked-script
  await openai.chat.completions.create({ model, messages: [] });
  // evidence: other.model_calls/asked-script
  await generateText({ model, prompt: text });
  // evidence: other.model_calls/asked-script
  await google.models.generateContent({ model, contents: text });
  // ok: other.model_calls/asked-script
  await desk.responses.create({ text });
  // evidence: other.model_calls/asked-script, other.model_calls/asked-ollama
  await fetch(`${OLLAMA_HOST}/api/generate`, { method: "POST" });
  // evidence: other.model_calls/asked-script
  return fetch(`https://${address}/v1/chat/completions`, { method: "POST" });
}
