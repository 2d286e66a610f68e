import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic();
// ok: openai.agents_api/agent-definition, openai.agents_api/agent-prompt
const agent = await client.beta.agents.create({ model: "claude-sonnet-5", system: "Decide claims." });
// ok: openai.agents_api/session-run, openai.agents_api/session-store
const session = await client.beta.sessions.create({ agent: agent.id });
