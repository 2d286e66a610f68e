import { Inngest, NonRetriableError } from "inngest";
import { createAgent, createTool } from "@inngest/agent-kit";

const inngest = new Inngest({ id: "claims" });

// evidence: other.inngest/agent-library
const checker = createAgent({ name: "checker", system: text });
// evidence: other.inngest/agent-library-tool
const lookup = createTool({ name: "lookup", handler: find });
// ok: other.inngest/agent-library, other.inngest/agent-library-tool
const shed = garden.createAgent({ name: "gnome" });

// evidence: other.inngest/step-function, other.inngest/step-function-elsewhere
export const settle = inngest.createFunction(
  // evidence: other.inngest/step-retries
  { id: "settle", retries: 3 },
  { event: "claim.received" },
  async ({ event, step }) => {
    // evidence: other.inngest/step-history, other.inngest/step-history-elsewhere
    const policy = await step.run("policy", () => find(event.data.policy));
    // evidence: other.inngest/step-retries
    if (!policy) throw new NonRetriableError("no policy");
    // ok: other.inngest/step-history, other.inngest/step-retries
    return claimsAgent.run(policy, { retries: 3 });
  },
);
// ok: other.inngest/step-function, other.inngest/step-function-elsewhere
const lambda = new Stack().createFunctions("settle");

// ok: other.inngest/step-function, other.inngest/step-function-elsewhere
export const bill = inngest.createFunction({ id: "bill" }, { event: "order.paid" }, async ({ event }) => send(event.data.order));
