import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";

export const throttles = new cloudwatch.Metric({
  // evidence: aws.bedrock_runtime/metrics
  namespace: "AWS/Bedrock",
  metricName: "InvocationThrottles",
});

export const own = new cloudwatch.Metric({
  // ok: aws.bedrock_runtime/metrics
  namespace: "Claims/Agent",
  metricName: "Runs",
});

// ok: aws.bedrock_runtime/metrics
export const span = "aws.bedrock.agent.id";
