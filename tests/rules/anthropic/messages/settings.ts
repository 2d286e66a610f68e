// Settings of the worker, read by the module that calls the model.

// evidence: anthropic.messages/model-setting
export const SMALL = process.env.MODEL_SMALL ?? "claude-haiku-4-5";
// ok: anthropic.messages/model-setting
export const HARNESS = "claude-code";
