export const LLM_CONFIG = {
  temperature: 0,
  // evidence: neutral.retry/agent-attempts
  maxRetries: 3,
  // ok: neutral.retry/agent-attempts
  maxRetries2: 3,
};
// ok: neutral.retry/agent-attempts
export const none = { maxRetries: 0 };
