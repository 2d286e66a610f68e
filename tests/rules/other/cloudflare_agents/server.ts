import { Agent, routeAgentRequest } from "agents";
import { Agent as Broker } from "./estate";

// evidence: other.cloudflare_agents/agent-class, other.cloudflare_agents/object-state
export class Claims extends Agent<Env, State> {
  async ask(text: string) {
    // evidence: other.cloudflare_agents/retry-call
    await this.retry(() => read(text));
    // ok: other.cloudflare_agents/retry-call
    await this.read(text);
    // evidence: other.cloudflare_agents/hosted-model
    return this.model("@cf/moonshotai/kimi-k2", text);
  }
}

// ok: other.cloudflare_agents/agent-class, other.cloudflare_agents/object-state
export class House extends Broker {
  // ok: other.cloudflare_agents/hosted-model
  model = "@cf/baai/bge-m3";
}

export default {
  async fetch(request: Request, env: Env) {
    // evidence: other.cloudflare_agents/routing
    const answer = await routeAgentRequest(request, env);
    // ok: other.cloudflare_agents/routing
    return answer ?? routeRequest(request);
  },
};
