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
