import OpenAI from "openai";

class Gate {
  provider = new OpenAI();
}

export class DeskService {
  provider = this.gate.provider;
  threads = this.provider.beta.threads;
  private readonly assistants = this.gate.provider.beta.assistants;

  constructor(private readonly gate: Gate) {}

  async open() {
    // evidence: openai.assistants/assistant-definition
    return this.assistants.create({ name: "claims", model: process.env.MODEL });
  }

  async ask(threadId: string, assistantId: string) {
    // evidence: openai.assistants/run
    // evidence: openai.assistants/thread-store
    const run = this.threads.runs.stream(threadId, { assistant_id: assistantId });
    // evidence: openai.assistants/stream-listeners
    run.on("toolCallCreated", (call) => show(call));
    // ok: openai.assistants/stream-listeners
    run.on("textCreated", (text) => show(text));
    // evidence: openai.assistants/vector-store
    await this.provider.beta.vectorStores.fileBatches.retrieve("vs_1", "batch_1");
    return run;
  }
}
