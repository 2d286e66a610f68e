import { RealtimeAgent } from "@cloudflare/realtime-agents";
import { RealtimeAgent as Radio } from "./radio";

// evidence: other.cloudflare_agents/agent-class
export class Interview extends RealtimeAgent<Env> {
  async look(query: string) {
    // evidence: other.cloudflare_agents/search-index
    const answer = await this.env.AI.autorag("claims").aiSearch({ query });
    // evidence: other.cloudflare_agents/search-index
    const found = await this.env.AI_SEARCH.get("claims").search({ query });
    // ok: other.cloudflare_agents/search-index
    return this.env.CATALOGUE.get("claims").search({ query, answer, found });
  }
}

// ok: other.cloudflare_agents/agent-class
export class Tuner extends Radio {}
