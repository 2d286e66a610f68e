import { AbortTaskRunError, defineConfig, schemaTask, task, wait } from "@trigger.dev/sdk/v3";
import { assess } from "./assess";

export default defineConfig({
  project: "claims",
  // evidence: other.trigger_dev/task-retries
  retries: { enabledInDev: true, default: { maxAttempts: 5 } },
});

// evidence: other.trigger_dev/task
export const settle = task({
  id: "settle",
  // evidence: other.trigger_dev/task-retries
  retry: { maxAttempts: 3 },
  run: async (payload: { claim: string }) => {
    const { text } = await generateText({ model, prompt: payload.claim });
    // evidence: other.trigger_dev/held-task
    const found = await assess.triggerAndWait(payload);
    // evidence: other.trigger_dev/task-retries
    if (!found.ok) throw new AbortTaskRunError("no claim");
    // evidence: other.trigger_dev/held-task
    await wait.forToken("approval");
    // ok: other.trigger_dev/held-task, other.trigger_dev/task-retries
    return desk.wait({ retry: 3 });
  },
});
// evidence: other.trigger_dev/task
export const look = schemaTask({ id: "look-at-claim-agent", schema, run });
// ok: other.trigger_dev/task
export const tell = task({ id: "conversation-notification", run: async (payload: { claim: string }) => desk.tell(payload.claim) });
// ok: other.trigger_dev/task
export const chore = garden.task({ id: "rake" });
// ok: other.trigger_dev/task
export const sync = task({ id: "sync-bank-account", run: async (payload: { account: string }) => bank.sync(payload.account) });
