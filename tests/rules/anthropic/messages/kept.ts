import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic();
const conversation: Anthropic.MessageParam[] = [];

export async function ask(text: string, model: string) {
  // ok: anthropic.messages/own-history
  conversation.push({ role: "user", content: text });
  const answer = await client.messages.create({ model, max_tokens: 400, messages: conversation });
  // evidence: anthropic.messages/own-history
  conversation.push({ role: "assistant", content: answer.content });
  return answer;
}
