import { Agent as HttpAgent } from "node:https";
import { defineAgent, llm, voice } from "@livekit/agents";

// evidence: other.livekit_agents/agent
export default defineAgent({
  entry: async (ctx) => {
    // evidence: other.livekit_agents/agent
    const session = new voice.AgentSession({});
    // evidence: other.livekit_agents/tool
    const weather = llm.tool({ description: "weather", execute: async () => "fine" });
    // evidence: other.livekit_agents/agent
    await session.start({ agent: new voice.Agent({ instructions: "Help.", tools: { weather } }), room: ctx.room });
    // ok: other.livekit_agents/agent, other.livekit_agents/tool
    const proxy = new HttpAgent({});
  },
});
