// A distribution in front of an agent, and a workflow that starts one.
import * as origins from "aws-cdk-lib/aws-cloudfront-origins";

// evidence: aws.bedrock_agentcore/runtime-address
const agent = new origins.HttpOrigin(`bedrock-agentcore.${region}.amazonaws.com`, { originPath: path });
// ok: aws.bedrock_agentcore/runtime-address
const files = new origins.HttpOrigin(`files.${region}.amazonaws.com`, { originPath: path });

export const step = {
  Type: "Task",
  Resource: "arn:aws:states:::bedrockagentcore:invokeHarness",
  // evidence: aws.bedrock_agentcore/runtime-session
  Parameters: { HarnessArn: arn, "RuntimeSessionId.$": "$$.Execution.Name" },
  // ok: aws.bedrock_agentcore/runtime-session
  ResultPath: "$.Session",
};
