import OpenAI from "openai";
import { streamText } from "ai";

const openai = new OpenAI();

export async function POST(request: Request) {
  const { messages, last } = await request.json();
  const stream = await openai.responses.create({
    // evidence: openai.responses/model-id, openai.responses/model-setting
    model: "gpt-5-mini",
    input: messages,
    // evidence: openai.responses/hosted-tool
    // ok: openai.responses/own-loop
    tools: [{ type: "web_search" }],
    // evidence: openai.responses/response-chain
    previous_response_id: last,
    stream: true,
  });
  // evidence: openai.responses/vector-store
  const store = await openai.vectorStores.create({ name: "policies" });
  // evidence: openai.responses/wrapped-history
  const other = streamText({ model, messages, providerOptions: { openai: { previousResponseId: last } } });
  return [stream, store, other];
}

export function chain(params: OpenAI.Responses.ResponseCreateParams, last: string) {
  // evidence: openai.responses/response-chain-set
  (params as any).previous_response_id = last;
  // ok: openai.responses/response-chain-set
  return params.previous_response_id === last;
}
