// Settings kept apart from the stack that declares the agent.
import { AgentActionGroup } from "@cdklabs/generative-ai-cdk-constructs/lib/cdk-lib/bedrock";
import { bedrock } from "@cdklabs/generative-ai-cdk-constructs";

export const models = {
  // evidence: aws.bedrock_agents/model-setting
  first: "anthropic.claude-3-5-sonnet-20241022-v2:0",
  // ok: aws.bedrock_agents/model-setting
  vectors: "amazon.titan-embed-text-v1",
};

// evidence: aws.bedrock_agents/action-group
export const group = new AgentActionGroup({ name: "lookup" });

// evidence: aws.bedrock_agents/agent-construct
export const agent = new bedrock.Agent(stack, "Desk", {
  name: "desk",
  // evidence: aws.bedrock_agents/code-interpreter, aws.bedrock_agents/hosted-tool
  codeInterpreterEnabled: true,
  // ok: aws.bedrock_agents/hosted-tool
  userInputEnabled: false,
});

// ok: aws.bedrock_agents/code-interpreter, aws.bedrock_agents/hosted-tool
export const other = new Notebook({ codeInterpreterEnabled: true });

export const rights = [
  // evidence: aws.bedrock_agents/agent-permission
  "bedrock:CreateAgent",
  // ok: aws.bedrock_agents/agent-permission
  "bedrock:CreateGuardrail",
];
