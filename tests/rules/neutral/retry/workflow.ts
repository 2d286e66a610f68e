import * as tasks from "aws-cdk-lib/aws-stepfunctions-tasks";

export function ask(scope: Scope) {
  const step = new tasks.CallAwsService(scope, "Ask", { service: "bedrockagentcore", action: "invokeAgentRuntime", iamResources: ["*"] });
  // evidence: neutral.retry/workflow-retry
  step.addRetry({ maxAttempts: 3, backoffRate: 2 });
  // ok: neutral.retry/workflow-retry
  step.addCatch(failed);
  return step;
}
