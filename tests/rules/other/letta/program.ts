import { LettaAgentClient } from "@letta-ai/letta-agent-sdk";
import { Browser } from "./browser";

// evidence: other.letta/agent-program
const client = new LettaAgentClient({ backend: "cloud", apiKey: key });

export async function ask(agentId: string, conversationId: string | null, text: string) {
  // evidence: other.letta/agent-program, other.letta/kept-session
  const session = conversationId ? client.resumeSession(conversationId, {}) : client.createSession(agentId, {});
  // evidence: other.letta/pending-approval
  await session.recoverPendingApprovals({ timeoutMs: 5000 });
  // ok: other.letta/pending-approval
  await session.send(text);
  // evidence: other.letta/agent-store
  await client.conversations.update(conversationId, { archived: true });
  // ok: other.letta/agent-program, other.letta/kept-session
  return new Browser().createSession(agentId);
}
