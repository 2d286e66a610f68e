import { getCurrentAgent } from "agents";
import { store } from "./store";

export async function remember(key: string, value: string) {
  const { agent } = getCurrentAgent();
  // evidence: other.cloudflare_agents/object-state
  agent?.setState({ [key]: value });
  // ok: other.cloudflare_agents/object-state
  store.setState({ [key]: value });
}
