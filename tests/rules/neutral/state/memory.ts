import OpenAI from "openai";
import type { ChatCompletionMessageParam } from "openai/resources";

const openai = new OpenAI();

// evidence: neutral.state/memory-map
const threadMap = {};
// evidence: neutral.state/memory-map
const sessions: Map<string, Desk> = new Map();
// evidence: neutral.state/memory-map, neutral.state/memory-messages
export const conversations = new Map<string, ChatCompletionMessageParam[]>();
// evidence: neutral.state/memory-messages
const kept: Record<string, ChatMessage[]> = {};
// ok: neutral.state/memory-map, neutral.state/memory-messages
const sockets = new Map<string, WebSocket>();
// ok: neutral.state/memory-map, neutral.state/memory-messages
const sessionsOpen: Map<string, StreamableHTTPServerTransport> = new Map();
// ok: neutral.state/memory-map, neutral.state/memory-messages
const prices: Record<string, number> = {};

export class Desk {
  // evidence: neutral.state/memory-map, neutral.state/memory-messages
  private readonly chatHistories = new Map<string, string[]>();

  ask(text: string) {
    // ok: neutral.state/memory-map, neutral.state/memory-messages
    const session = sessions.get(text);
    return openai.chat.completions.create({ model: "gpt-5", messages: [{ role: "user", content: text }] });
  }
}

export function opened(id: string) {
  // evidence: neutral.state/memory-messages
  global.conversationState = { id, messages: [] };
  // ok: neutral.state/memory-messages
  global.sandboxState = { id };
}

// evidence: neutral.state/memory-map
const messages = {};
// ok: neutral.state/memory-map
const labels = {};
