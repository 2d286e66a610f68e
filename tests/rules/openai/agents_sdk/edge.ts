import { AIChatAgent } from "agents/ai-chat-agent";
import { getCurrentAgent } from "agents";
import { openai } from "@ai-sdk/openai";

// The npm package `agents` belongs to another vendor.
// ok: openai.agents_sdk/model-id, openai.agents_sdk/typescript-model-id
const model = openai("gpt-4o");
