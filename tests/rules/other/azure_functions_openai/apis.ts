import { app, input, trigger } from "@azure/functions";

const said = input.generic({
  // evidence: other.azure_functions_openai/turn
  type: "assistantPost",
  id: "{id}",
});

const made = trigger.generic({
  // evidence: other.azure_functions_openai/skill
  type: "assistantSkillTrigger",
});

const other = input.generic({
  // ok: other.azure_functions_openai/turn, other.azure_functions_openai/skill, other.azure_functions_openai/chat-table
  type: "blob",
});
