import { ChatGPTAPI } from "chatgpt";

// evidence: openai.chat/own-history
export const talker = new ChatGPTAPI({
  apiKey: process.env.KEY,
  // evidence: openai.chat/model-id
  completionParams: { model: "gpt-4" },
});
// ok: openai.chat/own-history
export const answer = await talker.sendMessage("hello");
