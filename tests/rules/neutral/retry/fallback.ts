import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic();

export async function ask(options: Anthropic.MessageCreateParams, settings: Settings) {
  try {
    // ok: neutral.retry/fallback-model
    return await client.messages.create({ ...options, model: settings.model });
  } catch (error) {
    // evidence: neutral.retry/fallback-model
    return client.messages.create({ ...options, model: settings.fallbackModel });
  }
}
