import { FatalError, RetryableError, sleep } from "workflow";
import { DurableAgent } from "@workflow/ai/agent";
import { NotFound } from "./errors";
import { sleep as nap } from "./clock";

export async function claims(id: string) {
  // evidence: other.vercel_workflow/durable-function, other.vercel_workflow/step-history
  "use workflow";
  // evidence: other.vercel_workflow/durable-function, other.vercel_workflow/step-history
  await sleep("1 day");
  // ok: other.vercel_workflow/durable-function, other.vercel_workflow/step-history
  await nap("1 day");
  // evidence: other.vercel_workflow/durable-agent
  const agent = new DurableAgent({});
  // ok: other.vercel_workflow/durable-agent
  const broker = new EstateAgent({});
  // evidence: other.vercel_workflow/retry-error
  if (!id) throw new FatalError("no id");
  // ok: other.vercel_workflow/retry-error
  throw new NotFound(id, agent, broker);
}

export async function pay(id: string) {
  // evidence: other.vercel_workflow/step-history
  "use step";
  // ok: other.vercel_workflow/step-history, other.vercel_workflow/durable-function
  const said = "use stepladder";
  return [id, said];
}

export async function Page() {
  // ok: other.vercel_workflow/durable-function, other.vercel_workflow/step-history
  "use server";
}
