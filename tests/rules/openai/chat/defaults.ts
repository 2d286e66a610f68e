export const settings = {
  // evidence: openai.chat/model-id
  // evidence: openai.chat/model-setting
  // evidence: openai.chat/model-default
  model: process.env.OPENAI_GPT_MODEL || "gpt-3.5-turbo",
  // evidence: openai.chat/model-id
  // evidence: openai.chat/model-setting
  // evidence: openai.chat/model-default
  judge: Deno.env.get("OPENAI_MODEL") ?? "gpt-4o-mini",
  // ok: openai.chat/model-default
  speech: process.env.OPENAI_SPEECH_MODEL ?? "gpt-4o-mini-tts",
  // ok: openai.chat/model-default
  free: process.env.OPENAI_MODEL ?? "",
};

export const form = z.object({
  // evidence: openai.chat/model-id
  // evidence: openai.chat/model-setting
  // evidence: openai.chat/model-default
  OPENAI_MODEL: z.string().optional().default("gpt-4o"),
  // ok: openai.chat/model-default
  OPENAI_HOST: z.string().default("api.example.com"),
});
