import Anthropic from "@anthropic-ai/sdk";
import type { AgentCreateParams } from "@anthropic-ai/sdk/resources/beta/agents";

type SessionParams = Parameters<Anthropic["beta"]["sessions"]["create"]>[0];

export function claimsAgent(system: string): AgentCreateParams {
  return {
    name: "claims",
    // evidence: anthropic.managed_agents/agent-model
    model: "claude-opus-4-8",
    // evidence: anthropic.managed_agents/agent-prompt
    system,
    // evidence: anthropic.managed_agents/toolset
    tools: [{ type: "agent_toolset_20260401" }],
  };
}

export const session = (id: string): SessionParams => ({
  agent: id,
  environment_id: process.env.ENVIRONMENT_ID ?? "",
  // evidence: anthropic.managed_agents/vault
  vault_ids: [process.env.VAULT_ID ?? ""],
});

export async function tidy(client: Anthropic) {
  // evidence: anthropic.managed_agents/environment
  for await (const one of client.beta.environments.list()) {
    // evidence: anthropic.managed_agents/environment
    await client.beta.environments.delete(one.id);
  }
}
