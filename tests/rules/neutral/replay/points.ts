import Anthropic from "@anthropic-ai/sdk";

export const client = new Anthropic();

// evidence: neutral.replay/own-checkpoint-script
export async function saveCheckpoint(db: Db, runId: string, step: number, state: object) {
  await db.put(runId, { step, state });
}

// evidence: neutral.replay/own-checkpoint-script
export const resumeRun = async (db: Db, runId: string) => follow(await db.get(runId));

// evidence: neutral.replay/own-checkpoint-script
export class CheckpointStore {
  // evidence: neutral.replay/own-checkpoint-script
  async loadCheckpoint(runId: string) {
    return this.rows.get(runId);
  }
}

export async function open(store: CheckpointStore) {
  // ok: neutral.replay/own-checkpoint-script
  return store.loadCheckpoint("7");
}

// ok: neutral.replay/own-checkpoint-script
export function resumeUpload(id: string) {
  return id;
}
