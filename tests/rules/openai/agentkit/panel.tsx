import { ChatKit, useChatKit } from "@openai/chatkit-react";

// evidence: openai.agentkit/workflow-id
const WORKFLOW = process.env.NEXT_PUBLIC_CHATKIT_WORKFLOW_ID;

export function Hosted() {
  const kit = useChatKit({
    // evidence: openai.agentkit/hosted-window
    api: {
      async getClientSecret() {
        // evidence: openai.agentkit/hosted-session, openai.agentkit/hosted-conversation
        const made = await fetch("https://api.openai.com/v1/chatkit/sessions", {
          // evidence: openai.agentkit/hosted-session
          headers: { "OpenAI-Beta": "chatkit_beta=v1" },
        });
        // evidence: openai.agentkit/client-secret
        return (await made.json()).client_secret;
      },
    },
  });
  return <ChatKit control={kit.control} />;
}

export function Own() {
  // ok: openai.agentkit/hosted-window
  const kit = useChatKit({ api: { url: "/chatkit", domainKey: "local" } });
  return <ChatKit control={kit.control} />;
}
