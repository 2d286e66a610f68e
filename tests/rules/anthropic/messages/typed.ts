import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic();

export async function turn(model: string, messages: Anthropic.MessageParam[]) {
  // evidence: anthropic.messages/own-loop
  const asked: Anthropic.MessageCreateParams = { model, max_tokens: 900, messages, tools: deskTools };
  // ok: anthropic.messages/own-loop
  const plain: Anthropic.MessageCreateParams = { model, max_tokens: 900, messages };
  return [await send(client, asked), await send(client, plain)];
}
