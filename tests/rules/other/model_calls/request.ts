export const request = {
  // evidence: other.model_calls/script-default
  model: "Qwen/Qwen2.5-7B-Instruct-Turbo",
  // ok: other.model_calls/script-default
  voice: "Qwen/speech",
};
