import { type BaseMessage } from "@langchain/core/messages";

export async function replay(steps: Step[], most: number) {
  // evidence: neutral.retry/script-beside-models
  // evidence: neutral.retry/retry-loop
  for (let attempt = 0; attempt < most; attempt++) {
    try {
      return await take(steps);
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
  // evidence: neutral.retry/agent-attempts
  // evidence: neutral.retry/failure-budget
  if (context.consecutiveFailures >= context.options.maxFailures) throw new Error("given up");
  // ok: neutral.retry/script-beside-models
  // ok: neutral.retry/agent-attempts
  for (const step of steps) await take([step]);
}
