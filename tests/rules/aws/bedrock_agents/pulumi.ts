import * as aws from "@pulumi/aws";
import * as native from "@pulumi/aws-native";

// evidence: aws.bedrock_agents/pulumi-agent
export const agent = new aws.bedrock.AgentAgent("claims", { agentName: "claims" });
// evidence: aws.bedrock_agents/pulumi-agent
export const second = new native.bedrock.Agent("claims", {});
// evidence: aws.bedrock_agents/pulumi-knowledge-base
export const base = new aws.bedrock.AgentKnowledgeBase("manuals", {});
// ok: aws.bedrock_agents/pulumi-agent, aws.bedrock_agents/pulumi-knowledge-base
export const bucket = new aws.s3.Bucket("files", {});
