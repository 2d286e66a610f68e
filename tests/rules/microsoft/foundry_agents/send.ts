export function body(message: string, previousResponseId: string) {
  return {
    message,
    // evidence: microsoft.foundry_agents/response-id-contract
    previousResponseId,
  };
}

export interface Sent {
  // ok: microsoft.foundry_agents/response-id-contract
  previousResponseId: string;
}
