import { query, type AgentDefinition, type Options } from "@anthropic-ai/claude-agent-sdk";

export const reviewers: Record<string, AgentDefinition> = {
  claims: {
    description: "Reads claims",
    prompt: "Be kind.",
    // evidence: anthropic.agent_sdk/built-in-tools
    tools: ["Read", "Grep"],
    // evidence: anthropic.agent_sdk/model-short-name
    model: "haiku",
  },
};

export function options(session: string): Options {
  return {
    // evidence: anthropic.agent_sdk/session-resume
    resume: session,
    // evidence: anthropic.agent_sdk/built-in-tools
    allowedTools: ["Read", "Bash"],
  };
}

export async function watch(task: string) {
  // evidence: anthropic.agent_sdk/agent-program
  for await (const message of query({ prompt: task, options: options("s") })) {
    // evidence: anthropic.agent_sdk/message-kinds
    if (message.type === "system" && message.subtype === "init") show(message.session_id);
    // evidence: anthropic.agent_sdk/message-kinds
    if (kindOf(message) === "compact_boundary") show("cut");
    // ok: anthropic.agent_sdk/message-kinds
    if (message.type === "assistant") show(message.message);
  }
}
