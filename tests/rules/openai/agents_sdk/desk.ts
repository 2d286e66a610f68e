import { Agent, run, tool, webSearchTool, withTrace, OpenAIConversationsSession } from "@openai/agents";

// evidence: openai.agents_sdk/own-tool
const lookup = tool({ name: "lookup", execute: async () => "" });
// evidence: openai.agents_sdk/agent
const claims = new Agent({
  name: "claims",
  // evidence: openai.agents_sdk/typescript-model-id, openai.agents_sdk/model-setting
  model: "gpt-5-mini",
  // evidence: openai.agents_sdk/hosted-tool
  tools: [lookup, webSearchTool()],
});
// ok: openai.agents_sdk/agent
const pool = new HttpAgent({ keepAlive: true });
// evidence: openai.agents_sdk/hosted-conversation
const session = new OpenAIConversationsSession();
// evidence: openai.agents_sdk/vendor-traces
await withTrace("claims", async () => {
  // evidence: openai.agents_sdk/run
  await run(claims, "Is hail covered?", { session });
});
