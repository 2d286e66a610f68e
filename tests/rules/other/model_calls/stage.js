import { Stagehand } from "@browserbasehq/stagehand";
import { streamText } from "modelfusion";
import { Ollama } from "ollama";

// evidence: other.model_calls/asked-script
const stage = new Stagehand({ env: "LOCAL" });

// evidence: other.model_calls/asked-script
export const told = streamText({ model, prompt });

export function ask(prompt) {
  // evidence: other.model_calls/asked-ollama
  return request("/api/generate", { prompt });
}

export function list() {
  // ok: other.model_calls/asked-ollama
  return request("/api/tags", {});
}
