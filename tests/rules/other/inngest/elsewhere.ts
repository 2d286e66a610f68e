import { createAgent } from "@inngest/agent-kit";
import { inngest } from "./client";

// evidence: other.inngest/agent-library
const checker = createAgent({ name: "checker", system: text });

// evidence: other.inngest/step-function-elsewhere
export const settle = inngest.createFunction({ id: "settle" }, { event: "claim/received" }, async ({ step }) => {
  // evidence: other.inngest/step-history, other.inngest/step-history-elsewhere
  const found = await step.run("check", () => checker.run("c1"));
  // ok: other.inngest/step-history-elsewhere
  return runner.run(found);
});
