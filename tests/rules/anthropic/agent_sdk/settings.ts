export const MODELS = {
  // evidence: anthropic.agent_sdk/model-setting
  fast: "claude-haiku-4-5-20251001",
  // ok: anthropic.agent_sdk/model-setting
  branch: "claude-haiku-branch",
};
