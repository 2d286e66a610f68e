import { ActionPlanner, OpenAIModel, PromptManager } from "@microsoft/teams-ai";

const model = new OpenAIModel({
  apiKey: process.env.OPENAI_KEY,
  // evidence: other.teams_ai/model-id
  defaultModel: "gpt-4o",
});
// evidence: other.teams_ai/prompt-loop
const planner = new ActionPlanner({ model, prompts: new PromptManager({ promptsFolder: "prompts" }) });
