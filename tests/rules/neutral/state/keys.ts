import { kv } from "@vercel/kv";
import { radio } from "./radio";

export async function keep(chat: { id: string }) {
  const pipeline = kv.pipeline();
  // evidence: neutral.state/session-key
  pipeline.hmset(`chat:${chat.id}`, chat);
  // ok: neutral.state/session-key
  pipeline.zadd(`user:chats`, { score: 1, member: chat.id });
  // evidence: neutral.state/session-key
  await kv.set(`app:session:${chat.id}`, chat);
  // ok: neutral.state/session-key
  await kv.set(`link_session:${sessionToken}`, chat);
  // ok: neutral.state/session-key
  await kv.set("rates:eur", chat);
  // ok: neutral.state/session-key
  radio.set("chat:one", chat);
  return pipeline.exec();
}
