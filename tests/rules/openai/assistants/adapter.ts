import { CopilotRuntime, OpenAIAssistantAdapter } from "@copilotkit/runtime";

// evidence: openai.assistants/wrapper-class
export const adapter = new OpenAIAssistantAdapter({ assistantId: process.env.DESK });
// ok: openai.assistants/wrapper-class
export const runtime = new CopilotRuntime();
