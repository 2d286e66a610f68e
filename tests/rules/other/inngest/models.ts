import { anthropic, openai as hosted } from "inngest";
import { brush } from "./palette";

// evidence: other.inngest/agent-model
const writer = anthropic({ model: "claude-sonnet-5", max_tokens: 4096 });
// evidence: other.inngest/agent-model, other.inngest/step-history
const answer = await step.ai.infer("ask", { model: hosted({ model: "gpt-5" }), body: { messages } });
// ok: other.inngest/agent-model
const chosen = anthropic({ model: process.env.MODEL });
// ok: other.inngest/agent-model
const oak = brush.anthropic({ model: "oak" });
