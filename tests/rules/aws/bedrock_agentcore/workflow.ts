// A Step Functions workflow of the CDK that hands work to AgentCore, and a page that shows the way to the console.
import * as tasks from "aws-cdk-lib/aws-stepfunctions-tasks";

export function review(scope: Scope) {
  const ask = new tasks.CallAwsService(scope, "Ask", {
    // evidence: aws.bedrock_agentcore/workflow-task
    service: "bedrockagentcore",
    action: "invokeAgentRuntime",
    parameters: { Payload: "x" },
    iamResources: ["*"],
  });
  const store = new tasks.CallAwsService(scope, "Store", {
    // ok: aws.bedrock_agentcore/workflow-task
    service: "dynamodb",
    action: "putItem",
    iamResources: ["*"],
  });
  return [ask, store];
}

export function traces(region: string, session: string) {
  // evidence: aws.bedrock_agentcore/console-address
  const page = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#gen-ai-observability/agent-core/session/${session}`;
  // evidence: aws.bedrock_agentcore/console-address
  const home = "https://console.aws.amazon.com/bedrock-agentcore/home";
  // ok: aws.bedrock_agentcore/console-address
  const table = "https://console.aws.amazon.com/dynamodbv2/home";
  return [page, home, table];
}
