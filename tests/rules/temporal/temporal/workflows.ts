import { continueAsNew, defineQuery, proxyActivities } from "@temporalio/workflow";
import type * as activities from "./activities";

// evidence: temporal.temporal/retry-policy, temporal.temporal/workflow
// evidence: temporal.temporal/workflow-history
const { lookup } = proxyActivities<typeof activities>({ startToCloseTimeout: "20 seconds", retry: { maximumAttempts: 5 } });
// evidence: temporal.temporal/workflow-state
export const messages = defineQuery<string[]>("messages");

export async function claim(number: string): Promise<void> {
  await lookup(number);
  // ok: temporal.temporal/workflow
  await plainActivities({ startToCloseTimeout: "20 seconds" });
  // evidence: temporal.temporal/workflow-history
  await continueAsNew<typeof claim>(number);
}
