// Rules of one's own around an agent: fixture, never imported.

// evidence: neutral.control/guardrail
export async function requiresApproval(step: string): Promise<boolean> {
  return step === "pay";
}

// evidence: neutral.control/router
export function chooseAgent(topic: string): string {
  return topic === "damage" ? "damage" : "fraud";
}

// ok: neutral.control/router
const agent = chooseAgent("damage");
