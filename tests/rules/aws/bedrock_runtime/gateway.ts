import { createAmazonBedrock } from "@ai-sdk/amazon-bedrock";

// evidence: aws.bedrock_runtime/model-id
const MODEL_ID = process.env.AGENT_MODEL_ID ?? "global.anthropic.claude-sonnet-4-6";
// ok: aws.bedrock_runtime/model-id
const LABEL = "Claude on Bedrock";

export const model = createAmazonBedrock({})(MODEL_ID, LABEL);
