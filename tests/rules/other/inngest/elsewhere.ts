import { createAgent } from "@inngest/agent-kit";
import { inngest } from "./client";

// evidence: other.inngest/agent-library
const checkingAgent = createAgent({ name: "checker", system: text });

// evidence: other.inngest/step-function-elsewhere
export const settle = inngest.createFunction({ id: "settle" }, { event: "claim/received" }, async ({ step }) => {
  // evidence: other.inngest/step-history, other.inngest/step-history-elsewhere
  const found = await step.run("check", () => checkingAgent.run("c1"));
  // ok: other.inngest/step-history-elsewhere
  return runner.run(found);
});

// ok: other.inngest/step-function-elsewhere
export const bill = inngest.createFunction({ id: "bill" }, { event: "order/paid" }, async ({ event }) => send(event.data.order));
