import { AIProjectClient } from "@azure/ai-projects";

const project = new AIProjectClient(process.env.ENDPOINT ?? "", credential);

export async function deploy(image: string) {
  // evidence: microsoft.foundry_agents/hosted-container, microsoft.foundry_agents/agent-definition, microsoft.foundry_agents/agent-definition-untraced
  await project.agents.createVersion("desk", { kind: "hosted", cpu: "1", memory: "2Gi", container_configuration: { image } });
  // ok: microsoft.foundry_agents/hosted-container
  // evidence: microsoft.foundry_agents/agent-definition, microsoft.foundry_agents/agent-definition-untraced, microsoft.foundry_agents/agent-prompt, microsoft.foundry_agents/agent-prompt-untraced
  await project.agents.createVersion("desk", { kind: "prompt", model: "chat", instructions });
}
