import { Runner } from "@openai/agents";

// evidence: openai.agents_sdk/vendor-traces, openai.agents_sdk/run
export const named = new Runner({ workflowName: "claims", groupId: "desk" });
// evidence: openai.agents_sdk/run
// ok: openai.agents_sdk/vendor-traces
export const silent = new Runner({ tracingDisabled: true });
