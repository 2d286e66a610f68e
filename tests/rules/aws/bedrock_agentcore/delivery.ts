import * as agentcore from "@aws-cdk/aws-bedrock-agentcore-alpha";
import { CfnDeliverySource } from "aws-cdk-lib/aws-logs";

export function declare(scope: Scope, arn: string) {
  // evidence: aws.bedrock_agentcore/trace-delivery
  const source = new CfnDeliverySource(scope, "Source", { name: "desk", logType: "TRACES", resourceArn: arn });
  // evidence: aws.bedrock_agentcore/runtime-resource, aws.bedrock_agentcore/hosting
  const runtime = new agentcore.Runtime(scope, "Desk", {
    runtimeName: "desk",
    // evidence: aws.bedrock_agentcore/trace-delivery
    tracingEnabled: true,
  });
  const machine = new StateMachine(scope, "Machine", {
    // ok: aws.bedrock_agentcore/trace-delivery
    tracingEnabled: true,
  });
  return [source, runtime, machine];
}
