export class Desk {
  async open(agent: string) {
    // evidence: other.agentforce/session-call, other.agentforce/session-id
    const address = `${this.base}/agents/${agent}/sessions`;
    // ok: other.agentforce/session-call, other.agentforce/session-id
    const people = `${this.base}/people/${agent}/sessions`;
    return [address, people];
  }
  async close(id: string) {
    // evidence: other.agentforce/session-id
    // ok: other.agentforce/session-call
    await fetch(`${this.base}/sessions/${id}`, { method: "DELETE" });
  }
}
