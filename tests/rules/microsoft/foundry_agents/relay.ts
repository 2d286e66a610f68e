export function translate(event: string, data: Record<string, unknown>) {
  switch (event) {
    // evidence: microsoft.foundry_agents/relayed-events
    case "response.output_item.done":
      return { kind: "step", data };
    // ok: microsoft.foundry_agents/relayed-events
    case "response.output_text.delta":
      return { kind: "text", data };
  }
}
