import letta from "./client";
import shop from "./shop";

export async function run(id: string) {
  // evidence: other.letta/agent-run-by-client
  await letta.agents.messages.create(id, { messages: [] });
  // ok: other.letta/agent-run-by-client
  await shop.agents.messages.create(id, { messages: [] });
}
