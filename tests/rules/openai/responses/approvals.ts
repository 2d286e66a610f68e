import type { ResponseInputItem, ResponseStreamEvent } from "openai/resources/responses/responses";

export const shell = {
  // evidence: openai.responses/tool-settings
  // ok: openai.responses/hosted-container
  type: "shell",
  environment: {
    // evidence: openai.responses/hosted-container
    type: "container_auto",
    skills: [
      // evidence: openai.responses/hosted-tool
      { type: "skill_reference", skill_id: process.env.SKILL_ID, version: "latest" },
    ],
  },
};

export function approve(event: ResponseStreamEvent, input: ResponseInputItem[]) {
  // evidence: openai.responses/event-names
  if (event.type !== "response.output_item.done") return;
  // evidence: openai.responses/hosted-tool
  if (event.item.type === "mcp_approval_request") {
    // evidence: openai.responses/hosted-tool
    input.push({ type: "mcp_approval_response", approval_request_id: event.item.id, approve: true });
  }
  // ok: openai.responses/hosted-tool
  if (event.item.type === "message") input.push(event.item);
}
