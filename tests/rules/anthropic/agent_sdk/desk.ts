import { query } from "@anthropic-ai/claude-agent-sdk";

// evidence: anthropic.agent_sdk/agent-program
const run = query({
  prompt: text,
  options: {
    // evidence: anthropic.agent_sdk/model-short-name
    model: "opus",
    // evidence: anthropic.agent_sdk/session-resume
    resume: claim.runId,
    // evidence: anthropic.agent_sdk/preset-prompt
    systemPrompt: { type: "preset", preset: "claude_code" },
  },
});
for await (const message of run) {
  // evidence: anthropic.agent_sdk/run-figures
  if (message.type === "result") save(message.total_cost_usd);
}
// ok: anthropic.agent_sdk/session-resume, anthropic.agent_sdk/model-short-name
const rows = database.query({ options: { resume: true, model: "car" } });
