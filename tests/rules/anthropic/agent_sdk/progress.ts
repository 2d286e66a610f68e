import { query } from "@anthropic-ai/claude-agent-sdk";

// ok: anthropic.agent_sdk/model-id
const REQUEST_FILE = "claude-user-request.txt";

export async function follow(prompt: string, result: { sessionId?: string }) {
  // evidence: anthropic.agent_sdk/agent-program
  const run = query({ prompt, options: {} });
  for await (const initMessage of run) {
    // evidence: anthropic.agent_sdk/session-id
    result.sessionId = initMessage.session_id;
    for (const block of initMessage.message.content) {
      // evidence: anthropic.agent_sdk/message-kinds
      if (block.type === "tool_use") show(block.name);
      // ok: anthropic.agent_sdk/message-kinds
      if (block.type === "text") show(block.text);
    }
  }
  // ok: anthropic.agent_sdk/session-id
  result.sessionId = basket.session_id;
  // ok: anthropic.agent_sdk/session-id
  kept.sessionId = event.sessionId;
}

export function hold(message: { session_id: string }) {
  // evidence: anthropic.agent_sdk/session-id
  const capturedSessionId = message.session_id;
  // ok: anthropic.agent_sdk/session-id
  const capturedName = message.session_name;
  return [capturedSessionId, capturedName];
}
