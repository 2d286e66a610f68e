// The constructs library, its classes taken from the file they stand in.
import { Agent, BedrockFoundationModel, VectorKnowledgeBase } from "@cdklabs/generative-ai-cdk-constructs/lib/cdk-lib/bedrock";
import { Duration } from "aws-cdk-lib";
import { readFileSync } from "fs";
import { Agent as Seller } from "./shop";

// evidence: aws.bedrock_agents/knowledge-base
export const manuals = new VectorKnowledgeBase(stack, "Manuals", {});

// evidence: aws.bedrock_agents/agent-construct
export const orders = new Agent(stack, "Orders", {
  // evidence: aws.bedrock_agents/agent-model, aws.bedrock_agents/model-constant
  foundationModel: BedrockFoundationModel.AMAZON_NOVA_MICRO_V1,
  // evidence: aws.bedrock_agents/construct-prompt
  instruction: readFileSync("instructions.txt", "utf-8"),
  // evidence: aws.bedrock_agents/hosted-tool
  userInputEnabled: true,
  // evidence: aws.bedrock_agents/session-lifetime
  idleSessionTTL: Duration.seconds(1800),
});

export const seller = new Seller(stack, "Seller", {
  // ok: aws.bedrock_agents/agent-model
  foundationModel: "none",
  // ok: aws.bedrock_agents/construct-prompt
  instruction: "Sell shoes.",
  // ok: aws.bedrock_agents/session-lifetime
  idleSessionTTL: Duration.seconds(1800),
});
