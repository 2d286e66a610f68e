import { CopilotRuntime, OpenAIAdapter } from "@copilotkit/runtime";
import OpenAI from "openai";

const openai = new OpenAI();
// evidence: openai.chat/model-in-call
export const adapter = new OpenAIAdapter({ openai, model: "gpt-4o" });
// ok: openai.chat/model-in-call
export const other = new OpenAIAdapter({ openai, model: process.env.NAME });
// ok: openai.chat/model-in-call
export const runtime = new CopilotRuntime({ model: "gpt-4o" });
