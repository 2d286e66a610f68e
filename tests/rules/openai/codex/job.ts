import { Codex } from "@openai/codex-sdk";

// evidence: openai.codex/agent-program
const codex = new Codex();
// ok: openai.codex/agent-program
const codec = new Codec();
// evidence: openai.codex/resume
const thread = codex.resumeThread(process.env.THREAD_ID!);
// ok: openai.codex/resume
const mail = inbox.resume("t1");
// evidence: openai.codex/model-id
const fresh = codex.startThread({ model: "gpt-5.2-codex" });
// ok: openai.codex/model-id
const plain = codex.startThread({ model: process.env.MODEL });
for await (const event of (await thread.runStreamed("Fix the claim form")).events) {
  // evidence: openai.codex/event-names
  if (event.type === "turn.completed") record(event.usage);
  // ok: openai.codex/event-names
  if (event.type === "claim.completed") record(fresh, plain, codec, mail);
}
