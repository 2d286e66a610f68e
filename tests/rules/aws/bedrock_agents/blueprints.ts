// AWS's blueprints for agents.
import { AgentActionGroup, AgentDefinitionBuilder } from "@aws/agents-for-amazon-bedrock-blueprints";
import { DefinitionBuilder } from "./forms";

// evidence: aws.bedrock_agents/agent-construct, aws.bedrock_agents/construct-prompt
export const desk = new AgentDefinitionBuilder(stack, "Desk", {}).withInstruction("Answer.").build();
// evidence: aws.bedrock_agents/action-group
export const group = new AgentActionGroup(stack, "Bookings", {});
// ok: aws.bedrock_agents/agent-construct, aws.bedrock_agents/construct-prompt
export const form = new DefinitionBuilder(stack, "Form", {}).withInstruction("Fill in.").build();
