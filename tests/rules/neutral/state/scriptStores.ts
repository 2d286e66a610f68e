import { S3Client, PutObjectCommand } from "@aws-sdk/client-s3";
import Anthropic from "@anthropic-ai/sdk";
import { defineSchema, defineTable } from "convex/server";
import { writeFile } from "node:fs/promises";
import { LRUCache } from "lru-cache";
import { put } from "@vercel/blob";

const client = new Anthropic();
// evidence: neutral.state/session-file
const SESSIONS_PATH = "data/sessions.json";
// evidence: neutral.state/script-store
export const conversations = new LRUCache<string, object[]>({ max: 500 });
// ok: neutral.state/script-store
export const prices = new LRUCache<string, number>({ max: 500 });

export default defineSchema({
  // evidence: neutral.state/script-store
  messages: defineTable({ threadId: text(), role: text(), content: text() }),
  // ok: neutral.state/script-store
  rooms: defineTable({ name: text() }),
});

export async function keep(env: Env, s3: S3Client, kv: Deno.Kv, id: string, turns: object[], plan: object) {
  // evidence: neutral.state/script-store
  await env.CHAT_HISTORY.put(`session:${id}`, JSON.stringify(turns), { expirationTtl: 86400 });
  // ok: neutral.state/script-store
  await env.PLANS.put(`plan:${id}`, JSON.stringify(plan));
  // evidence: neutral.state/script-store
  await kv.set(["chats", id, "messages"], turns);
  // ok: neutral.state/script-store
  await kv.set(["users", id], plan);
  // evidence: neutral.state/script-store
  await s3.send(new PutObjectCommand({ Bucket: "notes", Key: `sessions/${id}/messages.json`, Body: JSON.stringify(turns) }));
  // evidence: neutral.state/script-store
  await put(`chats/${id}.json`, JSON.stringify(turns), { access: "public" });
  // evidence: neutral.state/script-store
  await writeFile(SESSIONS_PATH, JSON.stringify(turns));
  // ok: neutral.state/script-store
  await writeFile(REPORT_PATH, JSON.stringify(plan));
}

export class Room {
  async add(turn: object) {
    // evidence: neutral.state/script-store
    await this.ctx.storage.put("messages", [turn]);
    // ok: neutral.state/script-store
    await this.ctx.storage.put("members", 2);
  }
}

export function visit(req: Request, turn: object) {
  // evidence: neutral.state/script-store
  req.session.messages = [...req.session.messages, turn];
  // ok: neutral.state/script-store
  req.session.basket = [];
}
