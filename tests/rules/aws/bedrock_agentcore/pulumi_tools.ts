import * as aws from "@pulumi/aws";

// evidence: aws.bedrock_agentcore/pulumi-tools
export const gateway = new aws.bedrock.AgentcoreGateway("tools", {});
// evidence: aws.bedrock_agentcore/pulumi-identity
export const mail = new aws.bedrock.AgentcoreOauth2CredentialProvider("mail", {});
// evidence: aws.bedrock_agentcore/pulumi-sandbox
export const web = new aws.bedrock.AgentcoreBrowser("web", {});
// ok: aws.bedrock_agentcore/pulumi-tools, aws.bedrock_agentcore/pulumi-identity, aws.bedrock_agentcore/pulumi-sandbox
export const queue = new aws.sqs.Queue("claims", {});
