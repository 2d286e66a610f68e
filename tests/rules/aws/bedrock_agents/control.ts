import * as pulumi from "@pulumi/aws";
import { BedrockAgentClient, CreateAgentCommand } from "@aws-sdk/client-bedrock-agent";
import { CfnAgent } from "aws-cdk-lib/aws-bedrock";

export async function lead(client: BedrockAgentClient) {
  // evidence: aws.bedrock_agents/agent-definition
  const created = new CreateAgentCommand({
    agentName: "lead",
    // evidence: aws.bedrock_agents/collaboration
    agentCollaboration: "SUPERVISOR",
    // evidence: aws.bedrock_agents/guardrail
    guardrailConfiguration: { guardrailIdentifier: "gr-1", guardrailVersion: "1" },
  });
  return client.send(created);
}

export function stack(scope: never) {
  // evidence: aws.bedrock_agents/agent-construct
  const construct = new CfnAgent(scope, "Lead", {
    agentName: "lead",
    // evidence: aws.bedrock_agents/guardrail
    guardrailConfiguration: { guardrailIdentifier: "gr-1", guardrailVersion: "1" },
  });
  // evidence: aws.bedrock_agents/pulumi-agent
  const agent = new pulumi.bedrock.AgentAgent("lead", {
    agentName: "lead",
    // evidence: aws.bedrock_agents/collaboration
    agentCollaboration: "SUPERVISOR",
    // evidence: aws.bedrock_agents/guardrail
    guardrailConfigurations: [{ guardrailIdentifier: "gr-1", guardrailVersion: "1" }],
  });
  // ok: aws.bedrock_agents/collaboration, aws.bedrock_agents/guardrail
  const own = { agentCollaboration: "none", guardrailConfiguration: {} };
  return [construct, agent, own];
}
