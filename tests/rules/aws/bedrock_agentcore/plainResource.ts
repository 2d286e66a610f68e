import * as cdk from "aws-cdk-lib";

export class DeskStack extends cdk.Stack {
  constructor(scope: cdk.App) {
    super(scope, "Desk");
    new cdk.CfnResource(this, "Runtime", {
      // evidence: aws.bedrock_agentcore/hosting, aws.bedrock_agentcore/typed-runtime
      type: "AWS::BedrockAgentCore::Runtime",
      properties: { AgentRuntimeName: "claims" },
    });
    new cdk.CfnResource(this, "Store", {
      // ok: aws.bedrock_agentcore/hosting, aws.bedrock_agentcore/typed-runtime
      type: "AWS::S3::Bucket",
    });
  }
}
