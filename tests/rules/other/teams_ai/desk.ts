import { ChatPrompt, LocalMemory } from "@microsoft/teams.ai";
import { LocalStorage } from "@microsoft/teams.common";
import { OpenAIChatModel } from "@microsoft/teams.openai";
import { ChatPrompt as Note } from "./notes";

// evidence: other.teams_ai/storage
const storage = new LocalStorage();
// ok: other.teams_ai/storage
const shelf = new Storage();
// evidence: other.teams_ai/memory
const memory = new LocalMemory();
// ok: other.teams_ai/memory
const box = new Memory();
// evidence: other.teams_ai/prompt-loop
const prompt = new ChatPrompt({
  instructions: "Answer questions on claims.",
  // evidence: other.teams_ai/model-id
  model: new OpenAIChatModel({ model: "gpt-4o" }),
});
// ok: other.teams_ai/model-id
const chosen = new OpenAIChatModel({ model: process.env.MODEL });
// ok: other.teams_ai/prompt-loop
const note = new Note("claims");
