import { createStep } from "@mastra/core/workflows";
import { radio } from "./radio";

export const gate = createStep({
  id: "gate",
  execute: async ({ inputData, suspend, resumeData }) => {
    // evidence: other.mastra/resume
    if (!resumeData) return await suspend({ draft: inputData.draft });
    // ok: other.mastra/resume
    radio.suspended({ step: 1 });
    return { draft: inputData.draft };
  },
});

export async function answer(agent: Agent, runId: string, toolCallId: string, yes: boolean) {
  // evidence: other.mastra/resume
  return yes ? agent.approveToolCall({ runId, toolCallId }) : radio.approve({ runId });
}
