import * as aws from "@pulumi/aws";

// evidence: aws.bedrock_agentcore/pulumi-hosting
export const host = new aws.bedrock.AgentcoreAgentRuntime("claims", {});
// evidence: aws.bedrock_agentcore/pulumi-memory
export const memory = new aws.bedrock.AgentcoreMemory("claims", {});
// ok: aws.bedrock_agentcore/pulumi-hosting, aws.bedrock_agentcore/pulumi-memory
export const queue = new aws.sqs.Queue("claims", {});
