import { ChatAnthropic } from "@langchain/anthropic";
import { ChatOpenAI } from "@langchain/openai";

export function model(family: string, name: string) {
  if (family === "anthropic") {
    // evidence: langchain.langchain/provider-choice
    return new ChatAnthropic({ model: name, temperature: 0 });
  }
  if (family === "small") {
    // ok: langchain.langchain/provider-choice
    return new ChatAnthropic({ model: "claude-haiku-4-5" });
  }
  return new ChatOpenAI({ model: name });
}
