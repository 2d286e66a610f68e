import Together from "together-ai";
import { Configuration, OpenAIApi } from "openai-edge";
import { OpenAI } from "langchain/llms/openai";
import { ChatOpenAI } from "langchain/chat_models/openai";

const openai = new OpenAIApi(new Configuration({ apiKey: process.env.KEY }));

export async function ask(messages: never[], functions: never[]) {
  const first = await openai.createChatCompletion({
    // evidence: openai.chat/model-in-call
    // evidence: openai.chat/model-id
    model: "gpt-3.5-turbo",
    messages,
  });
  // evidence: openai.chat/own-loop
  const second = await openai.createChatCompletion({ model: chosen, messages, functions });
  // ok: openai.chat/own-loop
  return openai.createChatCompletion({ model: chosen, messages });
}

// evidence: openai.chat/model-in-call
// evidence: openai.chat/model-id
export const teller = new OpenAI({ modelName: "gpt-3.5-turbo-16k", streaming: true });
// evidence: openai.chat/model-in-call
// evidence: openai.chat/model-id
export const talker = new ChatOpenAI({ modelName: "gpt-4" });
// ok: openai.chat/model-in-call
export const other = new OpenAI({ modelName: process.env.NAME });

// evidence: openai.chat/model-in-call
export const third = new Together().chat.completions.create({ model: "Qwen/Qwen2.5-7B-Instruct-Turbo" });
// ok: openai.chat/model-in-call
export const fourth = new Together().chat.completions.create({ model: process.env.NAME });
