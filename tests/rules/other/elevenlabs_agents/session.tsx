import { ElevenLabsClient } from "@elevenlabs/elevenlabs-js";
import { useConversation } from "@elevenlabs/react";
import { useConversation as useTalk } from "./talk";

export function Desk() {
  // evidence: other.elevenlabs_agents/session
  const conversation = useConversation({ onMessage: show });
  // ok: other.elevenlabs_agents/session
  const talk = useTalk({ onMessage: show });
  return conversation ?? talk;
}

export async function create(client: ElevenLabsClient) {
  // evidence: other.elevenlabs_agents/session
  await client.conversationalAi.agents.create({
    conversationConfig: {
      agent: {
        // evidence: other.elevenlabs_agents/prompt
        prompt: { prompt: "You answer calls.", llm: "gemini-2.0-flash" },
      },
    },
  });
  // ok: other.elevenlabs_agents/session, other.elevenlabs_agents/prompt
  await client.textToSpeech.convert("voice", { text: "Hello" });
  // evidence: other.elevenlabs_agents/session
  return fetch("https://api.elevenlabs.io/v1/convai/conversation/get-signed-url?agent_id=x");
}
