import { Machine } from "./machine";

// evidence: neutral.loop/own-agent
export class PlannerAgent extends BaseAgent<typeof schema, Plan> {
  async run(task: string) {
    // evidence: neutral.loop/own-agent
    const said = await this.chatLLM.invoke(task);
    // ok: neutral.loop/own-agent
    return this.press.invoke(said);
  }
}

// evidence: neutral.loop/own-agent
export abstract class BaseAgent<T> {
  task = "";
}

// ok: neutral.loop/own-agent
export class DeskMachine extends Machine {
  task = "";
}

// ok: neutral.loop/own-agent
export class UserAgent {
  name = "";
}

export class DeskProcessor {
  async process(task: string) {
    // evidence: neutral.loop/own-agent
    void this.runIteration(task);
    // ok: neutral.loop/own-agent
    this.count(task);
  }
}
