import { anthropic, createAnthropic } from "@ai-sdk/anthropic";
import { openai } from "@ai-sdk/openai";

export function model(provider: string, name: string, apiKey: string) {
  if (provider === "anthropic") {
    // evidence: other.vercel_ai_sdk/provider-choice
    return anthropic(name);
  }
  if (apiKey) {
    const own = createAnthropic({ apiKey });
    // evidence: other.vercel_ai_sdk/provider-choice
    return own(settings.model);
  }
  // evidence: other.vercel_ai_sdk/model-id
  // ok: other.vercel_ai_sdk/provider-choice
  return openai(name) ?? anthropic("claude-haiku-4-5");
}
