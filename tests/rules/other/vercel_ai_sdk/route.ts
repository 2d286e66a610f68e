import { temporalProvider } from "@temporalio/ai-sdk";
import { createProviderRegistry, generateText, streamText, tool } from "ai";
import { openai } from "@ai-sdk/openai";
import { Sandbox } from "@vercel/sandbox";
import { gateway } from "@ai-sdk/gateway";
import { openai as shop } from "./shop";

// evidence: other.vercel_ai_sdk/tool
const policy = tool({ description: "Find a policy" });
// ok: other.vercel_ai_sdk/tool
const hammer = machine({ description: "Find a policy" });

export async function POST(request: Request) {
  // evidence: other.vercel_ai_sdk/agent-loop
  const result = streamText({
    // evidence: other.vercel_ai_sdk/model-id
    model: openai("gpt-4o"),
    // evidence: other.vercel_ai_sdk/provider-tool
    tools: { policy, search: openai.tools.webSearch({}) },
    // evidence: other.vercel_ai_sdk/retry-count
    maxRetries: 5,
    // evidence: other.vercel_ai_sdk/traces
    experimental_telemetry: { isEnabled: true },
  });
  // ok: other.vercel_ai_sdk/agent-loop, other.vercel_ai_sdk/retry-count, other.vercel_ai_sdk/traces
  const plain = await generateText({
    // evidence: other.vercel_ai_sdk/model-id
    model: "anthropic/claude-sonnet-4-6",
  });
  // evidence: other.vercel_ai_sdk/model-id
  const fallback = openai(process.env.MODEL || "gpt-4.1-mini");
  // ok: other.vercel_ai_sdk/model-id
  const chosen = openai(process.env.MODEL ?? settings.model);
  // ok: other.vercel_ai_sdk/model-id, other.vercel_ai_sdk/provider-tool
  const own = shop("gpt-4o");
  // evidence: other.vercel_ai_sdk/provider-tool, other.vercel_ai_sdk/provider-sandbox
  const code = openai.tools.codeInterpreter({});
  // evidence: other.vercel_ai_sdk/provider-sandbox
  const box = await Sandbox.create();
  // ok: other.vercel_ai_sdk/provider-sandbox
  const park = await Playground.create();
  // evidence: other.vercel_ai_sdk/model-registry
  const registry = createProviderRegistry({ openai });
  // ok: other.vercel_ai_sdk/model-registry
  const list = createRegistry({ plain, own, code, box, park, registry });
  return list;
}
// evidence: other.vercel_ai_sdk/model-id
export const routed = gateway("mistral/mistral-large");
// ok: other.vercel_ai_sdk/model-id
export const vectors = gateway.textEmbeddingModel("openai/text-embedding-3-small");

export async function haiku(prompt: string) {
  // evidence: other.vercel_ai_sdk/model-id
  const model = temporalProvider.languageModel("gpt-4o-mini");
  // ok: other.vercel_ai_sdk/model-id
  return { model, chosen: temporalProvider.languageModel(process.env.MODEL) };
}

export async function elsewhere(prompt: string) {
  // evidence: other.vercel_ai_sdk/model-id
  await generateText({ model: togetherDesk("meta-llama/Llama-3.3-70B-Instruct"), prompt });
  // ok: other.vercel_ai_sdk/model-id
  await generateText({ model: openrouter("anthropic/claude-sonnet-4"), prompt });
  // ok: other.vercel_ai_sdk/model-id
  return generateText({ model: desk.languageModel("chat-model"), prompt });
}
