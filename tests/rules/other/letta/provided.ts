import desk from "./provider";

export async function rename(id: string) {
  // evidence: other.letta/agent-run-by-client
  await desk.agents.modify(id, { name: "claims" });
  // evidence: other.letta/agent-memory
  return desk.agents.messages.list(id);
}
