import { RealtimeAgent, RealtimeSession, tool } from "@openai/agents/realtime";
import { RealtimeSession as Stream } from "./radio";

// evidence: openai.agents_sdk/agent
export const desk = new RealtimeAgent({ name: "claims", instructions: "Be kind.", tools: [] });

export async function speak(key: string) {
  // evidence: openai.agents_sdk/run
  const session = new RealtimeSession(desk, {
    // evidence: openai.agents_sdk/voice-model
    model: "gpt-realtime",
  });
  await session.connect({ apiKey: key });
  // ok: openai.agents_sdk/run, openai.agents_sdk/voice-model
  return new Stream(desk, { model: "long wave" });
}
