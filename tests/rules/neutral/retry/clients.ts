import { BedrockAgentRuntimeClient } from "@aws-sdk/client-bedrock-agent-runtime";
import { Queue } from "aws-cdk-lib/aws-sqs";

// evidence: neutral.retry/aws-client-attempts
export const client = new BedrockAgentRuntimeClient({ region: "eu-west-1", maxAttempts: 5 });
// ok: neutral.retry/aws-client-attempts
export const plain = new BedrockAgentRuntimeClient({ region: "eu-west-1" });

export function declare(scope: Scope, failed: Queue) {
  // evidence: neutral.retry/queue-limit
  const work = new Queue(scope, "Work", { deadLetterQueue: { queue: failed, maxReceiveCount: 3 } });
  // ok: neutral.retry/queue-limit
  const other = new Queue(scope, "Other");
  return [work, other];
}
