import { Stagehand } from "@browserbasehq/stagehand";
import { Ollama } from "ollama";

// evidence: other.model_calls/asked-script
const stage = new Stagehand({ env: "LOCAL" });

export function ask(prompt) {
  // evidence: other.model_calls/asked-ollama
  return request("/api/generate", { prompt });
}

export function list() {
  // ok: other.model_calls/asked-ollama
  return request("/api/tags", {});
}
