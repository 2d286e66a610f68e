import { Agent, hostedMcpTool } from "@openai/agents-core";
import type { Span, TracingProcessor } from "@openai/agents-core";
import { TemporalOpenAIRunner, WorkflowSafeMemorySession } from "@temporalio/openai-agents/workflow";
import { Runner } from "./press";

// evidence: openai.agents_sdk/own-traces
export class Recorder implements TracingProcessor {
  async onSpanEnd(span: Span): Promise<void> {}
}

// ok: openai.agents_sdk/own-traces
export class Plain implements Machine {
  name = "plain";
}

// evidence: openai.agents_sdk/hosted-tool
export const tools = [hostedMcpTool({ serverLabel: "desk" })];

export async function talk(agent: Agent, text: string) {
  // evidence: openai.agents_sdk/session-store
  const session = new WorkflowSafeMemorySession();
  // evidence: openai.agents_sdk/agent
  const runner = new TemporalOpenAIRunner();
  // ok: openai.agents_sdk/agent
  new Runner().print(text);
  return runner.run(agent, text, { session });
}
