import { AssistantCreateParams, FunctionTool } from "openai/resources/beta";
import type { FunctionTool as ReplyTool } from "openai/resources/responses/responses";

export const claimsDesk: AssistantCreateParams = {
  name: "claims",
  // evidence: openai.assistants/assistant-prompt
  instructions: "Answer questions on open claims.",
  // evidence: openai.assistants/assistant-tools
  // evidence: openai.assistants/code-interpreter
  tools: [{ type: "code_interpreter" }, { type: "file_search" }],
  // evidence: openai.assistants/assistant-model
  model: "gpt-4o-mini",
};

// evidence: openai.assistants/assistant-tools
export const lookUp: FunctionTool = { type: "function", function: { name: "look_up_claim" } };

// ok: openai.assistants/assistant-tools
export const reply: ReplyTool = { type: "function", name: "look_up_claim", parameters: {}, strict: true };

interface OwnParams {
  instructions: string;
}

// ok: openai.assistants/assistant-prompt
export const own: OwnParams = { instructions: "Kept here, sent nowhere." };
