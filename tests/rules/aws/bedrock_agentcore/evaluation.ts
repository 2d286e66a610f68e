// Evaluations and rules for tools, declared with the CDK, and a graph whose checkpoints lie in AgentCore Memory.
import { OnlineEvaluationConfig, Observability } from "aws-cdk-lib/aws-bedrockagentcore";
import { PolicyEngine } from "@aws-cdk/aws-bedrock-agentcore-alpha";
import { AgentCoreMemorySaver, AgentCoreMemoryStore } from "@langchain/langgraph-checkpoint-aws-agentcore-memory";

export function declare(scope: Scope) {
  // evidence: aws.bedrock_agentcore/hosted-evaluation
  const grades = new OnlineEvaluationConfig(scope, "Grades", { samplingPercentage: 10 });
  // ok: aws.bedrock_agentcore/hosted-evaluation
  const own = new OwnEvaluationConfig(scope, "Own", {});
  // evidence: aws.bedrock_agentcore/tool-policy
  const rules = new PolicyEngine(scope, "Rules", {});
  // ok: aws.bedrock_agentcore/tool-policy
  const ours = new OwnPolicyEngine(scope, "Ours", {});
  return [grades, own, rules, ours];
}

// evidence: aws.bedrock_agentcore/memory, aws.bedrock_agentcore/memory-branch
const saver = new AgentCoreMemorySaver({ memoryId: "m", region: "eu-west-1" });
// evidence: aws.bedrock_agentcore/memory
const store = new AgentCoreMemoryStore({ memoryId: "m", region: "eu-west-1" });
// ok: aws.bedrock_agentcore/memory, aws.bedrock_agentcore/memory-branch
const other = new MemorySaver();
