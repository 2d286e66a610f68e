import { AIChatAgent } from "agents/ai-chat-agent";
import { Agent as HttpAgent } from "node:http";

// evidence: other.cloudflare_agents/agent-class, other.cloudflare_agents/object-state
const Signed = withSignature(AIChatAgent);
// ok: other.cloudflare_agents/agent-class, other.cloudflare_agents/object-state
const Pool = withLimit(HttpAgent);
