import * as cdk from "aws-cdk-lib";

// evidence: aws.bedrock_agentcore/typed-runtime, aws.bedrock_agentcore/hosting
new cdk.CfnResource(this, "Runtime", { type: "AWS::BedrockAgentCore::Runtime" });
// evidence: aws.bedrock_agentcore/typed-gateway
new cdk.CfnResource(this, "Gateway", { type: "AWS::BedrockAgentCore::Gateway" });
// evidence: aws.bedrock_agentcore/typed-memory
new cdk.CfnResource(this, "Memory", { type: "AWS::BedrockAgentCore::Memory" });
// evidence: aws.bedrock_agentcore/typed-identity
new cdk.CfnResource(this, "Vault", { type: "AWS::BedrockAgentCore::OAuth2CredentialProvider" });
// evidence: aws.bedrock_agentcore/typed-sandbox
new cdk.CfnResource(this, "Browser", { type: "AWS::BedrockAgentCore::BrowserCustom" });
// ok: aws.bedrock_agentcore/hosting, aws.bedrock_agentcore/typed-runtime, aws.bedrock_agentcore/typed-gateway, aws.bedrock_agentcore/typed-memory, aws.bedrock_agentcore/typed-identity, aws.bedrock_agentcore/typed-sandbox
new cdk.CfnResource(this, "Queue", { type: "AWS::SQS::Queue" });

const hostname = `bedrock-agentcore.${region}.amazonaws.com`;
// evidence: aws.bedrock_agentcore/runtime-address
const path = `/runtimes/${encoded}/invocations`;
// ok: aws.bedrock_agentcore/runtime-address
const other = `/runtimes/${encoded}/versions`;
