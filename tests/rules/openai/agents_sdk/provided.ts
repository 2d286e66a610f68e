import { Agent, OpenAIProvider } from "@openai/agents";

const provider = new OpenAIProvider({ baseURL: "https://desk.example/v1" });

// evidence: openai.agents_sdk/provider-model
const model = await provider.getModel(process.env.MODEL_ID || "openai.gpt-oss-120b");
// ok: openai.agents_sdk/provider-model
const chosen = await provider.getModel(process.env.MODEL_ID);
// ok: openai.agents_sdk/provider-model
const doll = shop.getModel("doll");
