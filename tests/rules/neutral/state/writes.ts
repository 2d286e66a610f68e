import OpenAI from "openai";
import { prisma } from "./db";

const openai = new OpenAI();

export async function keep(text: string, order: object) {
  // evidence: neutral.state/session-write
  await prisma.message.create({ data: { text } });
  // evidence: neutral.state/session-write
  await prisma.chatSession.upsert({ where: { id: text } });
  // evidence: neutral.state/session-write
  await db.insert(schema.chatMessages).values({ text });
  // evidence: neutral.state/session-write
  await db.insert(taskMessages).values({ text });
  // evidence: neutral.state/session-write
  await supabase.from("messages").insert({ text });
  // evidence: neutral.state/session-write
  await supabase.from("support_messages").insert({ text });
  // evidence: neutral.state/session-insert
  await pool.query("INSERT INTO messages (text) VALUES ($1)", [text]);
  // ok: neutral.state/session-insert
  await pool.query("INSERT INTO orders (text) VALUES ($1)", [text]);
  // ok: neutral.state/session-write
  await prisma.session.create({ data: { token: text } });
  // ok: neutral.state/session-write
  await prisma.order.create({ data: order });
  // ok: neutral.state/session-write
  await db.insert(orders).values(order);
  // ok: neutral.state/session-write
  await supabase.from("orders").insert(order);
}

export async function keepInMongo(turn: object) {
  // evidence: neutral.state/session-write
  await collections.conversations.insertOne(turn);
  // evidence: neutral.state/session-write
  await Message.create({ ...turn });
  // ok: neutral.state/session-write
  await collections.users.insertOne(turn);
  // ok: neutral.state/session-write
  await openai.beta.Message.create({ ...turn });
  // ok: neutral.state/session-write
  await Invoice.create({ ...turn });
}
