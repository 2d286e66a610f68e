// Parts of an agent, each written for the type that the CDK gives it.
import { aws_bedrock as bedrock } from "aws-cdk-lib";
import type { Group } from "./groups";

// evidence: aws.bedrock_agents/action-group
const asking: bedrock.CfnAgent.AgentActionGroupProperty = { actionGroupName: "asking", actionGroupState: "ENABLED" };

export function groupsOf(groups: Group[]) {
  // evidence: aws.bedrock_agents/action-group
  const made: bedrock.CfnAgent.AgentActionGroupProperty[] = groups.map((group) => ({ actionGroupName: group.name }));
  // ok: aws.bedrock_agents/action-group
  const own: Group[] = groups.map((group) => ({ actionGroupName: group.name }));
  return [asking, ...made, ...own];
}

export const properties: bedrock.CfnAgentProps = {
  agentName: "claims",
  // evidence: aws.bedrock_agents/construct-prompt
  instruction: "Be kind.",
  // evidence: aws.bedrock_agents/agent-model, aws.bedrock_agents/model-setting
  foundationModel: "anthropic.claude-v2",
};
