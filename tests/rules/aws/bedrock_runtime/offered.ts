import type { Described } from "./kinds";

export function offered(tools: Described[]) {
  return tools.map((tool) => ({
    // evidence: aws.bedrock_runtime/tool-schema
    toolSpec: {
      name: tool.name,
      inputSchema: { json: tool.schema },
    },
  }));
}

// ok: aws.bedrock_runtime/tool-schema
export const named = (tool: Described) => ({ spec: { name: tool.name } });
