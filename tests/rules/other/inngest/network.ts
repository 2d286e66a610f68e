import { createAgent, createNetwork, createState, anthropic, openai } from "@inngest/agent-kit";
import { events } from "@/events/client";
import { palette } from "./palette";

// evidence: other.inngest/agent-library, other.inngest/agent-model
const reader = createAgent({ name: "reader", system: text, model: openai({ model: "gpt-4.1", defaultParameters: { temperature: 0.1 } }) });
// evidence: other.inngest/agent-model
const writer = anthropic({ model: "claude-sonnet-5" });
// evidence: other.inngest/agent-model
const short = openai("gpt-4o");
// ok: other.inngest/agent-model
const chosen = openai({ model: process.env.MODEL });
// ok: other.inngest/agent-model
const paint = palette.openai({ model: "oak" });

// evidence: other.inngest/agent-library, other.inngest/agent-state
const desk = createNetwork({ name: "desk", agents: [reader], history: { get: load, appendResults: save } });
// evidence: other.inngest/agent-state
const shared = createState({ files: {} });
// ok: other.inngest/agent-state
const other = palette.createState({ history: [] });

export const work = events.createFunction({ id: "work" }, { event: "work" }, async ({ step }) => {
  // evidence: other.inngest/step-history
  return step.run("read", () => desk.run(text));
});
