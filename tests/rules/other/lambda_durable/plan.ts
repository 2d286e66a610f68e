// Plans a trip in steps that Lambda writes down.
import { withDurableExecution, createRetryStrategy, DurableContext } from "@aws/durable-execution-sdk-js";
import { BedrockAgentCoreClient, InvokeAgentRuntimeCommand } from "@aws-sdk/client-bedrock-agentcore";

const client = new BedrockAgentCoreClient({});

// evidence: other.lambda_durable/workflow, other.lambda_durable/step-record
export const handler = withDurableExecution(async (event: { city: string }, context: DurableContext) => {
  const answer = await context.step(
    "ask",
    () => client.send(new InvokeAgentRuntimeCommand({ agentRuntimeArn: process.env.AGENT })),
    // evidence: other.lambda_durable/step-retries
    { retryStrategy: createRetryStrategy({ maxAttempts: 3 }) },
  );
  // evidence: other.lambda_durable/step-retries
  const approval = await context.waitForCallback("approve", async (id) => send(id), { timeout: { minutes: 5 } });
  // ok: other.lambda_durable/step-retries, other.lambda_durable/workflow, other.lambda_durable/step-record
  await context.wait({ seconds: 5 });
  return { answer, approval };
});
