import type { CredentialCreateParams } from "@anthropic-ai/sdk/resources/beta/vaults/credentials"; // evidence: anthropic.managed_agents/vault
import type { Definition, Registry } from "./types";

export async function publish(client: Registry, definition: Definition) {
  // evidence: anthropic.managed_agents/agent-definition
  const made = await client.beta.agents.create(definition);
  // ok: anthropic.managed_agents/agent-definition
  const shelf = await client.beta.books.create(definition);
  return { made, shelf };
}
