export const settings = {
  title: "Claims",
  // evidence: other.model_calls/script-default
  model: "gpt-4o-mini" as Model,
  // ok: other.model_calls/script-default
  voice: "gpt-4o-mini-tts",
};

// evidence: other.model_calls/script-default
export const chosen = (wish: Wish) => wish.model ?? "claude-sonnet-4-5";
// ok: other.model_calls/script-default
export const large = (wish: Wish) => wish.model === "gpt-4o" || "gpt-5";
