import PgBoss from "pg-boss";
import { Queue } from "bullmq";

const boss = new PgBoss(process.env.DATABASE ?? "");

export async function open(name: string) {
  // evidence: neutral.retry/queue-attempts
  await boss.createQueue(name, { retryLimit: 3, retryBackoff: true });
  // ok: neutral.retry/queue-attempts
  await boss.send(name, { claim: 7 });
  // evidence: neutral.retry/queue-attempts
  return new Queue(name, { defaultJobOptions: { attempts: 5 } });
}
