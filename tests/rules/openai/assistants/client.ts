import OpenAI from "openai";
// evidence: openai.assistants/tool-outputs
import { RequiredActionFunctionToolCall } from "openai/resources/beta/threads/runs/runs";

export const openai = new OpenAI();

export async function handle(call: RequiredActionFunctionToolCall) {
  return JSON.stringify({ name: call.function.name });
}
